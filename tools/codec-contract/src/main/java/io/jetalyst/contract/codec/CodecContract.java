package io.jetalyst.contract.codec;

/**
 * The contract of JSON codecs: the JSON that each reads, writes and rejects. A codec's test extends this class.
 *
 * <pre>{@code
 * class AvajeContractTest extends CodecContract {
 *     private static final BodyCodec CODEC = new AvajeJsonCodec();
 *
 *     public BodyCodec codec() {
 *         return CODEC;
 *     }
 * }
 * }</pre>
 */
public abstract class CodecContract
        implements ValueContract, MemberContract, TypeContract, KindContract, GrammarContract, HostileBodyContract {
    /** Called by the test of a codec. */
    protected CodecContract() {}
}
