package io.siyu.pipelines.identity.graph;

/** The order of texts that Spark has too: by code points, which is by bytes of UTF-8; Java's own goes by UTF-16 units. */
final class KeyOrder {
    private KeyOrder() {}

    static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean beyond = Character.isSurrogate(x);
                return beyond == Character.isSurrogate(y) ? Character.compare(x, y) : beyond ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
