import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Asks a JDK which certificates of a truststore it trusts, and which chains it accepts with them.
 *
 * <p>Usage: {@code java Clients CASES.tsv ANSWERS.jsonl}. A case is a name, a truststore ({@code
 * cacerts} is the JDK's own), its password, a time in seconds, and the chain as base64, separated
 * by commas. A case without a chain asks for the trusted certificates only.
 */
public final class Clients {
    public static void main(String[] args) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try (PrintStream out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
            for (String line : Files.readAllLines(Path.of(args[0]))) {
                String[] field = line.split("\t", -1);
                String answer;
                try {
                    Set<X509Certificate> trusted = trusted(field[1], field[2]);
                    if (field[4].isEmpty()) {
                        answer = "\"trusted\":" + fingerprints(trusted);
                    } else {
                        List<X509Certificate> chain = new ArrayList<>();
                        for (String der : field[4].split(",")) {
                            byte[] bytes = Base64.getDecoder().decode(der);
                            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
                        }
                        String message = check(trusted, chain, new Date(Long.parseLong(field[3]) * 1000));
                        answer = "\"accepted\":" + (message == null) + ",\"message\":" + quoted(message);
                    }
                } catch (Exception e) {
                    answer = "\"error\":" + quoted(e.getClass().getName() + ": " + e.getMessage());
                }
                out.println("{\"id\":" + quoted(field[0]) + ",\"store\":" + quoted(field[1]) + "," + answer + "}");
            }
        }
    }

    private static final java.util.Map<String, Set<X509Certificate>> STORES = new java.util.HashMap<>();

    /** The certificates that the default trust manager takes from a keystore. */
    private static Set<X509Certificate> trusted(String store, String password) throws Exception {
        Set<X509Certificate> known = STORES.get(store);
        if (known == null) {
            boolean own = store.equals("cacerts");
            File file = own ? new File(System.getProperty("java.home"), "lib/security/cacerts") : new File(store);
            KeyStore keys = KeyStore.getInstance(file, own ? null : password.toCharArray());
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(keys);
            known = new HashSet<>();
            for (TrustManager manager : factory.getTrustManagers()) {
                known.addAll(List.of(((X509TrustManager) manager).getAcceptedIssuers()));
            }
            STORES.put(store, known);
        }
        return known;
    }

    /** The message of the exception if the chain is rejected. */
    private static String check(Set<X509Certificate> trusted, List<X509Certificate> chain, Date at) throws Exception {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate certificate : trusted) anchors.add(new TrustAnchor(certificate, null));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, null);
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
        try {
            manager.checkServerTrusted(chain.toArray(new X509Certificate[0]), "UNKNOWN");
            return null;
        } catch (CertificateException e) {
            return e.getMessage();
        }
    }

    private static String fingerprints(Set<X509Certificate> certificates) throws Exception {
        Set<String> sorted = new TreeSet<>();
        for (X509Certificate certificate : certificates) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            StringBuilder hex = new StringBuilder();
            for (byte b : digest) hex.append(String.format("%02x", b));
            sorted.add("\"" + hex + "\"");
        }
        return sorted.toString();
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
    }
}
