import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.TimeZone;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Runs every chain of the corpus through a JDK's TLS client.
 *
 * <p>Usage: {@code java Oracle.java CORPUS-DIR ANSWERS.jsonl} writes one line for each case, {@code
 * java Oracle.java CORPUS-DIR REAL.jsonl real} for each real chain under AWS's roots; {@code java
 * Oracle.java CORPUS-DIR --compare} checks that the validation date is the only difference between
 * our trust manager and the default one.
 *
 * <p>Each case runs in two modes. <b>handshake</b>: a TLS 1.2 handshake between two SSLEngines in
 * memory, in which the server sends the case's bytes unchanged, readable or not.
 * <b>trust-manager</b>: a handshake with a valid certificate, during which the client's trust
 * manager checks the case's chain instead, with the same engine, session and host; this works
 * without the leaf's key. The recorded message is that of the exception from {@code SSLEngine}, as
 * it appears in logs.
 */
public final class Oracle {
    /** One line of {@code corpus.tsv}. */
    private static final class Case {
        final String id;
        final String digest;
        final Date at;
        final String host;
        final String authType;
        final String key;
        final List<byte[]> chain;
        final List<byte[]> anchors;
        final List<String> blocked;
        final List<String> distrusted;
        /** Whether the anchors are AWS's roots, and only the JDK's own lists apply. */
        final boolean real;

        Case(String[] f) {
            id = f[0];
            digest = f[1];
            at = new Date(Long.parseLong(f[2]) * 1000);
            host = f[3].equals("-") ? null : f[3];
            authType = f[4];
            key = f[5].equals("-") ? null : f[5];
            chain = certificates(f[6]);
            real = f[7].equals("roots");
            anchors = real ? List.of() : certificates(f[7]);
            blocked = real || f[8].equals("-") ? List.of() : List.of(f[8].split(","));
            distrusted = real || f[9].equals("-") ? List.of() : List.of(f[9].split(","));
        }
    }

    /** The result of a case; an accepted one has no exception. */
    private static final class Answer {
        final boolean accepted;
        final String exception;
        final String message;
        final List<String> causes;

        Answer(boolean accepted, String exception, String message, List<String> causes) {
            this.accepted = accepted;
            this.exception = exception;
            this.message = message;
            this.causes = causes;
        }

        static Answer of(Throwable thrown) {
            List<String> causes = new ArrayList<>();
            for (Throwable t = thrown.getCause(); t != null && causes.size() < 8; t = t.getCause()) {
                causes.add(t.getClass().getName() + ": " + t.getMessage());
            }
            return new Answer(false, thrown.getClass().getName(), String.valueOf(thrown.getMessage()), causes);
        }

        boolean sameAs(Answer other) {
            return accepted == other.accepted && String.valueOf(message).equals(String.valueOf(other.message));
        }
    }

    private static final Answer ACCEPTED = new Answer(true, null, null, List.of());

    /** Thrown if the server cannot start: then the handshake has no result for the client. */
    private static final class ServerFailed extends Exception {
        ServerFailed(Throwable cause) {
            super(cause);
        }
    }

    private static CertificateFactory factory;
    private static Path dir;
    /** AWS's roots as far as this JDK can read them; only for real chains. */
    private static final List<X509Certificate> ROOTS = new ArrayList<>();
    private static final Map<String, PrivateKey> KEYS = new HashMap<>();

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // A JDK server puts its own chain into the session ticket, which would be too long for the
        // client with a long chain.
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
        factory = CertificateFactory.getInstance("X.509");
        dir = Path.of(args[0]);
        List<Case> cases = read("corpus.tsv");
        decoy = cases.stream().filter(c -> c.id.equals("valid@ec-0")).findFirst().orElseThrow().chain.get(0);
        if (args[1].equals("--compare")) {
            compare(cases);
            return;
        }
        if (args.length > 2) {
            cases = read("real.tsv");
            readRoots();
            System.out.printf("%d roots of its own; ", Lists.forgetOwnRoots());
        }
        List<String> lines = new ArrayList<>();
        int accepted = 0;
        int byHandshake = 0;
        int differ = 0;
        for (Case c : cases) {
            Answer handshake = null;
            try {
                handshake = byHandshake(c, trust(c, c.at));
            } catch (ServerFailed e) {
                // Keep the trust manager's answer.
            }
            Answer manager = byTrustManager(c, trust(c, c.at));
            Answer answer = handshake != null ? handshake : manager;
            Set<String> messages = new TreeSet<>();
            if (c.real || c.anchors.size() > 1) {
                // Few of AWS's roots share a name, so the order rarely matters for real chains.
                messages.add(String.valueOf(answer.message));
                for (int i = 0; i < (c.real && messages.size() < 2 ? 1 : 8); i++) {
                    messages.add(String.valueOf(byTrustManager(c, trust(c, c.at)).message));
                }
                messages.remove(String.valueOf(answer.message));
            }
            boolean same = handshake == null || handshake.sameAs(manager);
            accepted += answer.accepted ? 1 : 0;
            byHandshake += handshake != null ? 1 : 0;
            differ += same ? 0 : 1;
            lines.add(line(c, answer, handshake != null ? "handshake" : "trust-manager", messages, same ? null : manager));
        }
        Files.write(Path.of(args[1]), lines, StandardCharsets.UTF_8);
        Files.writeString(Path.of(args[1] + ".jdk"), jdk(), StandardCharsets.UTF_8);
        System.out.printf("%d cases: %d accepted, %d rejected; %d by handshake, %d by trust manager; modes differ in %d%n",
            cases.size(), accepted, cases.size() - accepted, byHandshake, cases.size() - byHandshake, differ);
    }

    /** Checks every case at the current time, with the default trust manager and with one that has a date; expects no difference. */
    private static void compare(List<Case> cases) throws Exception {
        Date now = new Date();
        int different = 0;
        for (Case c : cases) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int n = 0;
            try {
                for (byte[] anchor : c.anchors) {
                    store.setCertificateEntry("a" + n++, parse(anchor));
                }
            } catch (CertificateException e) {
                continue;
            }
            forget();
            Lists.block(c.blocked);
            Lists.distrust(c.distrusted);
            TrustManagerFactory plain = TrustManagerFactory.getInstance("PKIX");
            plain.init(store);
            Answer a = byTrustManager(c, (X509ExtendedTrustManager) plain.getTrustManagers()[0]);
            Answer b = byTrustManager(c, trust(c, now));
            if (!a.sameAs(b)) {
                different++;
                System.out.println(c.id + ": " + a.message + " | " + b.message);
            }
        }
        System.out.printf("%d cases checked at %s both ways, %d differ%n", cases.size(), now, different);
    }

    private static void readRoots() throws Exception {
        for (String line : Files.readAllLines(dir.resolve("roots.txt"), StandardCharsets.UTF_8)) {
            try {
                ROOTS.add(parse(Base64.getDecoder().decode(line)));
            } catch (CertificateException e) {
                System.out.printf("a root that cannot be read: %s%n", e.getMessage());
            }
        }
    }

    private static List<Case> read(String file) throws Exception {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(dir.resolve(file), StandardCharsets.UTF_8)) {
            cases.add(new Case(line.split("\t", -1)));
        }
        return cases;
    }

    private static List<byte[]> certificates(String joined) {
        List<byte[]> list = new ArrayList<>();
        for (String one : joined.split(",")) {
            list.add(one.equals("=") ? new byte[0] : Base64.getDecoder().decode(one));
        }
        return list;
    }

    /** Empties the JDK's cache of certificates: an earlier check can change a cached certificate object. */
    private static void forget() {
        try {
            factory.generateCertificate(null);
        } catch (CertificateException e) {
            // The JDK reports the emptied cache this way.
        }
    }

    private static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    /**
     * The JDK's own trust manager for the case's anchors at that date, with revocation off, the
     * default. An unreadable anchor cannot be in a store. If no anchor is left, the store gets an
     * unrelated one, because an empty store is a different error.
     */
    private static X509ExtendedTrustManager trust(Case c, Date at) throws Exception {
        forget();
        Set<TrustAnchor> anchors = new HashSet<>();
        if (!c.real) {
            Lists.block(c.blocked);
            Lists.distrust(c.distrusted);
        }
        for (X509Certificate root : c.real ? ROOTS : List.<X509Certificate>of()) {
            anchors.add(new TrustAnchor(root, null));
        }
        for (byte[] der : c.anchors) {
            try {
                anchors.add(new TrustAnchor(parse(der), null));
            } catch (CertificateException e) {
                // Not in the store.
            }
        }
        if (anchors.isEmpty()) {
            anchors.add(new TrustAnchor("CN=Nobody", publicKey(DECOY), null));
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, null);
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        TrustManagerFactory tmf = TrustManagerFactory.getInstance("PKIX");
        tmf.init(new CertPathTrustManagerParameters(parameters));
        return (X509ExtendedTrustManager) tmf.getTrustManagers()[0];
    }

    private static PrivateKey key(String name) throws Exception {
        if (!KEYS.containsKey(name)) {
            PrivateKey key = null;
            try {
                byte[] pkcs8 = Files.readAllBytes(dir.resolve("keys/" + name + ".pk8"));
                key = KeyFactory.getInstance(algorithm(name)).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (java.security.spec.InvalidKeySpecException | NoSuchAlgorithmException e) {
                // This JDK cannot use the key: no handshake.
            }
            KEYS.put(name, key);
        }
        return KEYS.get(name);
    }

    /** Mode "handshake": the server sends the case's bytes. */
    private static Answer byHandshake(Case c, X509ExtendedTrustManager trust) throws Exception {
        PrivateKey key = c.key == null ? null : key(c.key);
        if (key == null) {
            throw new ServerFailed(null);
        }
        X509Certificate[] chain = new X509Certificate[c.chain.size()];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = new Raw(c.chain.get(i), publicKey(c.key));
        }
        return handshake(key, chain, trust, c);
    }

    /** The public key of a test key. */
    private static PublicKey publicKey(String name) throws Exception {
        return KeyFactory.getInstance(algorithm(name)).generatePublic(new X509EncodedKeySpec(Files.readAllBytes(dir.resolve("keys/" + name + ".spki"))));
    }

    private static String algorithm(String name) {
        return name.startsWith("rsapss") ? "RSASSA-PSS" : name.startsWith("rsa") ? "RSA" : name.startsWith("dsa") ? "DSA"
            : name.startsWith("ed") ? "EdDSA" : name.startsWith("x25519") ? "XDH" : "EC";
    }

    /** Mode "trust-manager": the JDK's trust manager checks the case's chain during another handshake. */
    private static Answer byTrustManager(Case c, X509ExtendedTrustManager trust) throws Exception {
        X509ExtendedTrustManager asked = new X509ExtendedTrustManager() {
            @Override
            public void checkServerTrusted(X509Certificate[] ignored, String authType, SSLEngine engine) throws CertificateException {
                X509Certificate[] chain = new X509Certificate[c.chain.size()];
                try {
                    for (int i = 0; i < chain.length; i++) {
                        chain[i] = parse(c.chain.get(i));
                    }
                } catch (CertificateException e) {
                    throw new CertificateException("Failed to parse server certificates", e);
                }
                trust.checkServerTrusted(chain, c.authType, engine);
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {
                throw new IllegalStateException();
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {
                throw new IllegalStateException();
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) {
                throw new IllegalStateException();
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {
                throw new IllegalStateException();
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
                throw new IllegalStateException();
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        return handshake(key(DECOY), new X509Certificate[] {new Raw(decoy, publicKey(DECOY))}, asked, c);
    }

    /** The key and the certificate with which the server answers in mode "trust-manager". */
    private static final String DECOY = "p256-a";
    private static byte[] decoy;

    private static Answer handshake(PrivateKey key, X509Certificate[] chain, X509ExtendedTrustManager trust, Case c) throws Exception {
        SSLContext serverContext = SSLContext.getInstance("TLS");
        serverContext.init(new KeyManager[] {new Sender(key, chain)}, new TrustManager[0], null);
        SSLContext clientContext = SSLContext.getInstance("TLS");
        clientContext.init(new KeyManager[0], new TrustManager[] {trust}, null);
        SSLEngine server = serverContext.createSSLEngine();
        server.setUseClientMode(false);
        server.setEnabledProtocols(new String[] {"TLSv1.2"});
        SSLEngine client = c.host == null ? clientContext.createSSLEngine() : clientContext.createSSLEngine(c.host, 443);
        client.setUseClientMode(true);
        client.setEnabledProtocols(new String[] {"TLSv1.2"});
        if (c.host != null) {
            SSLParameters parameters = client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(parameters);
        }
        ByteBuffer toServer = ByteBuffer.allocate(1 << 18);
        ByteBuffer toClient = ByteBuffer.allocate(1 << 18);
        for (int round = 0; round < 200; round++) {
            boolean clientDone;
            try {
                clientDone = step(client, toClient, toServer);
            } catch (Exception e) {
                return Answer.of(e);
            }
            try {
                step(server, toServer, toClient);
            } catch (Exception e) {
                throw new ServerFailed(e);
            }
            if (clientDone) {
                return ACCEPTED;
            }
        }
        throw new IllegalStateException("the handshake of " + c.id + " does not end");
    }

    /** Advances an engine as far as the received data allows; returns whether its handshake is complete. */
    private static boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws Exception {
        ByteBuffer empty = ByteBuffer.allocate(0);
        ByteBuffer plain = ByteBuffer.allocate(1 << 15);
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NOT_HANDSHAKING:
                    if (!engine.getSession().getProtocol().equals("NONE")) {
                        return true;
                    }
                    engine.beginHandshake();
                    break;
                case FINISHED:
                    return true;
                case NEED_TASK:
                    Runnable task;
                    while ((task = engine.getDelegatedTask()) != null) {
                        task.run();
                    }
                    break;
                case NEED_WRAP:
                    if (engine.wrap(empty, out).getHandshakeStatus() == SSLEngineResult.HandshakeStatus.FINISHED) {
                        return true;
                    }
                    break;
                default:
                    in.flip();
                    SSLEngineResult result;
                    try {
                        result = engine.unwrap(in, plain);
                    } finally {
                        in.compact();
                    }
                    if (result.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.FINISHED) {
                        return true;
                    }
                    if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW || result.getStatus() == SSLEngineResult.Status.CLOSED) {
                        return false;
                    }
            }
        }
    }

    private static String line(Case c, Answer a, String mode, Set<String> alternatives, Answer other) {
        StringBuilder out = new StringBuilder("{\"id\":" + quote(c.id) + ",\"sha256\":" + quote(c.digest) + ",\"accepted\":" + a.accepted);
        if (!a.accepted) {
            out.append(",\"exception\":" + quote(a.exception) + ",\"message\":" + quote(a.message) + ",\"causes\":" + list(a.causes));
        }
        out.append(",\"mode\":" + quote(mode));
        if (!alternatives.isEmpty()) {
            out.append(",\"alternatives\":" + list(alternatives));
        }
        if (other != null) {
            out.append(",\"trustManager\":" + (other.accepted ? "null" : quote(other.message)));
        }
        return out.append('}').toString();
    }

    private static String jdk() {
        StringBuilder out = new StringBuilder("{\"version\":" + quote(System.getProperty("java.runtime.version")) + ",\"vendor\":" + quote(System.getProperty("java.vendor")));
        for (String name : List.of("jdk.certpath.disabledAlgorithms", "jdk.tls.disabledAlgorithms", "jdk.security.caDistrustPolicies")) {
            out.append("," + quote(name) + ":" + quote(Security.getProperty(name)));
        }
        return out.append("}\n").toString();
    }

    private static String list(Iterable<String> texts) {
        StringBuilder out = new StringBuilder("[");
        for (String text : texts) {
            out.append(out.length() > 1 ? "," : "").append(quote(text));
        }
        return out.append(']').toString();
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int escape = "\"\\\n\r\t".indexOf(c);
            if (escape >= 0) {
                out.append('\\').append("\"\\nrt".charAt(escape));
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** A key manager that always returns its only key. */
    private static final class Sender extends X509ExtendedKeyManager {
        private final PrivateKey key;
        private final X509Certificate[] chain;

        Sender(PrivateKey key, X509Certificate[] chain) {
            this.key = key;
            this.chain = chain;
        }

        @Override
        public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
            return keyType.startsWith(key.getAlgorithm()) || keyType.equals("RSASSA-PSS") && key.getAlgorithm().equals("RSA") ? "alias" : null;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, java.net.Socket socket) {
            return null;
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, java.net.Socket socket) {
            return null;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[] {"alias"};
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }
    }

    /** Arbitrary bytes sent as a certificate; its only certificate property is the key with which the server signs. */
    static class Raw extends X509Certificate {
        private final byte[] bytes;
        private final PublicKey key;

        Raw(byte[] bytes, PublicKey key) {
            this.bytes = bytes;
            this.key = key;
        }

        @Override
        public byte[] getEncoded() {
            return bytes;
        }

        @Override
        public PublicKey getPublicKey() {
            return key;
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }

        @Override
        public void checkValidity() {}

        @Override
        public void checkValidity(Date date) {}

        @Override
        public int getVersion() {
            return 3;
        }

        @Override
        public BigInteger getSerialNumber() {
            return BigInteger.ONE;
        }

        @Override
        public Principal getIssuerDN() {
            return getIssuerX500Principal();
        }

        @Override
        public Principal getSubjectDN() {
            return getSubjectX500Principal();
        }

        @Override
        public javax.security.auth.x500.X500Principal getIssuerX500Principal() {
            return new javax.security.auth.x500.X500Principal("CN=raw");
        }

        @Override
        public javax.security.auth.x500.X500Principal getSubjectX500Principal() {
            return new javax.security.auth.x500.X500Principal("CN=raw");
        }

        @Override
        public Date getNotBefore() {
            return new Date(0);
        }

        @Override
        public Date getNotAfter() {
            return new Date(Long.MAX_VALUE);
        }

        @Override
        public byte[] getTBSCertificate() {
            return bytes;
        }

        @Override
        public byte[] getSignature() {
            return new byte[0];
        }

        @Override
        public String getSigAlgName() {
            return "SHA256withRSA";
        }

        @Override
        public String getSigAlgOID() {
            return "1.2.840.113549.1.1.11";
        }

        @Override
        public byte[] getSigAlgParams() {
            return null;
        }

        @Override
        public boolean[] getIssuerUniqueID() {
            return null;
        }

        @Override
        public boolean[] getSubjectUniqueID() {
            return null;
        }

        @Override
        public boolean[] getKeyUsage() {
            return null;
        }

        @Override
        public int getBasicConstraints() {
            return -1;
        }

        @Override
        public void verify(PublicKey publicKey) {}

        @Override
        public void verify(PublicKey publicKey, String provider) {}

        @Override
        public boolean hasUnsupportedCriticalExtension() {
            return false;
        }

        @Override
        public Set<String> getCriticalExtensionOIDs() {
            return null;
        }

        @Override
        public Set<String> getNonCriticalExtensionOIDs() {
            return null;
        }

        @Override
        public byte[] getExtensionValue(String oid) {
            return null;
        }
    }
}
