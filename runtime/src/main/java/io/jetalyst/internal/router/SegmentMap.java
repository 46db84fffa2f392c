package io.jetalyst.internal.router;

import org.jspecify.annotations.Nullable;

/**
 * Nodes by literal segment, found by a range of the path's characters: {@code HashMap} would want a {@code String} cut out of
 * the path for every step of every request. Open addressing, at most half full.
 */
final class SegmentMap {
    private String[] keys = new String[0];
    private Node[] nodes = new Node[0];
    private int size;

    /** The node of this segment, made if it is not there. */
    Node getOrAdd(String segment) {
        Node existing = get(segment, 0, segment.length());
        if (existing != null) {
            return existing;
        }
        if ((size + 1) * 2 > keys.length) {
            grow();
        }
        Node node = new Node();
        put(segment, node);
        size++;
        return node;
    }

    /** The node of the segment in this range of the path; {@code null} if there is none. */
    @Nullable
    Node get(String path, int from, int to) {
        if (size == 0) {
            return null;
        }
        int mask = keys.length - 1;
        for (int slot = hash(path, from, to) & mask; keys[slot] != null; slot = (slot + 1) & mask) {
            String key = keys[slot];
            if (key.length() == to - from && path.startsWith(key, from)) {
                return nodes[slot];
            }
        }
        return null;
    }

    private void grow() {
        String[] oldKeys = keys;
        Node[] oldNodes = nodes;
        keys = new String[Math.max(4, oldKeys.length * 2)];
        nodes = new Node[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                put(oldKeys[i], oldNodes[i]);
            }
        }
    }

    private void put(String segment, Node node) {
        int mask = keys.length - 1;
        int slot = hash(segment, 0, segment.length()) & mask;
        while (keys[slot] != null) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = segment;
        nodes[slot] = node;
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash ^ (hash >>> 16);
    }
}
