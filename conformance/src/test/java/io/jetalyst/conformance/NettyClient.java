package io.jetalyst.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The client of Netty, which shares only the zlib of the JDK with Jetty. */
final class NettyClient implements EchoClient {
    private static final int MOST_BYTES = 1 << 20;

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    @Override
    public EchoSocket connect(URI uri, DeflateOffer offer, Set<String> agreed) throws Exception {
        Received received = new Received();
        CompletableFuture<Void> open = new CompletableFuture<>();
        Bootstrap bootstrap = new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(MOST_BYTES))
                                .addLast(NettyOffer.handler(offer), protocol(uri), new Frames(received, open));
                    }
                });
        Channel channel = bootstrap.connect(uri.getHost(), uri.getPort()).sync().channel();
        open.get(PATIENCE.toSeconds(), SECONDS);
        return new Socket(channel, received);
    }

    private static WebSocketClientProtocolHandler protocol(URI uri) {
        return new WebSocketClientProtocolHandler(WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(uri)
                .allowExtensions(true)
                .maxFramePayloadLength(MOST_BYTES)
                .withUTF8Validator(false) // it would validate compressed bytes
                .build());
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, SECONDS).awaitUninterruptibly();
    }

    private record Socket(Channel channel, Received received) implements EchoSocket {
        @Override
        public void send(boolean text, List<ByteBuffer> parts) throws Exception {
            for (int i = 0; i < parts.size(); i++) {
                ByteBuf part = Unpooled.copiedBuffer(parts.get(i));
                boolean last = i == parts.size() - 1;
                done(channel.writeAndFlush(
                        i > 0 ? new ContinuationWebSocketFrame(last, 0, part) : first(text, last, part)));
            }
        }

        private static WebSocketFrame first(boolean text, boolean last, ByteBuf part) {
            return text ? new TextWebSocketFrame(last, 0, part) : new BinaryWebSocketFrame(last, 0, part);
        }

        @Override
        public EchoMessage receive() throws Exception {
            return received.next();
        }

        @Override
        public void close() throws IOException {
            channel.writeAndFlush(new CloseWebSocketFrame(1000, ""));
            done(channel.closeFuture());
        }

        private static void done(Future<?> future) throws IOException {
            if (!future.awaitUninterruptibly(PATIENCE.toSeconds(), SECONDS) || !future.isSuccess()) {
                throw new IOException("Netty could not", future.cause());
            }
        }
    }

    private static final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {
        private final Received received;
        private final CompletableFuture<Void> open;

        Frames(Received received, CompletableFuture<Void> open) {
            this.received = received;
            this.open = open;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                open.complete(null);
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            ByteBuffer payload = frame.content().nioBuffer();
            if (frame instanceof ContinuationWebSocketFrame) {
                received.add(payload, frame.isFinalFragment());
            } else {
                received.begin(frame instanceof TextWebSocketFrame, payload, frame.isFinalFragment());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            open.completeExceptionally(cause);
            received.end(cause.toString());
            context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            open.completeExceptionally(new IOException("the connection has ended"));
            received.end("the connection has ended");
        }
    }
}
