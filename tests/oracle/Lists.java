import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sun.misc.Unsafe;

/**
 * The certificates that a JDK rejects by fingerprint: its list of blocked certificates, and the
 * anchors that its policies distrust. {@link Oracle} adds certificates of the corpus to both.
 *
 * <p>Usage: {@code java --add-opens … Lists ROOTS RELEASE.json PROBES.tsv} writes this JDK's lists,
 * and its policies' answers for the roots in a folder: for each distrusted one, the last day on
 * which a server certificate may have been issued under it ({@code -}: none), and the message for
 * the day after.
 */
final class Lists {
    private static final String VALIDATOR = "sun.security.validator.";

    private Lists() {}

    public static void main(String[] args) throws Exception {
        Map<String, X509Certificate> roots = new TreeMap<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try (var files = Files.list(Path.of(args[0]))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                byte[] der = Files.readAllBytes(file);
                roots.put(sha256(der), (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        }
        String version = System.getProperty("java.version");
        StringBuilder probes = new StringBuilder();
        List<String> policies = new ArrayList<>();
        for (Object policy : (Collection<?>) field(VALIDATOR + "CADistrustPolicy", "POLICIES").get(null)) {
            String name = ((Enum<?>) policy).name();
            String ca = name.charAt(0) + name.substring(1, name.indexOf('_')).toLowerCase(Locale.ROOT);
            Class<?> type = Class.forName(VALIDATOR + ca + "TLSPolicy");
            Method check = type.getDeclaredMethod("checkDistrust", X509Certificate[].class);
            check.setAccessible(true);
            Set<LocalDate> dates = new TreeSet<>();
            boolean exempt = false;
            for (Field f : type.getDeclaredFields()) {
                f.setAccessible(true);
                if (f.getType() == LocalDate.class) {
                    dates.add((LocalDate) f.get(null));
                }
                exempt |= f.getName().equals("EXEMPT_SUBCAS");
            }
            LocalDate issuedAfter = null;
            boolean probed = false;
            for (String anchor : anchors(type)) {
                X509Certificate root = roots.get(anchor);
                if (root == null) {
                    continue;
                }
                LocalDate last = null;
                if (ask(check, root, LocalDate.of(1990, 1, 1)) == null) {
                    for (LocalDate date : dates) {
                        last = last == null && ask(check, root, date) == null && ask(check, root, date.plusDays(1)) != null ? date : last;
                    }
                }
                String message = ask(check, root, last == null ? LocalDate.of(1990, 1, 1) : last.plusDays(1));
                probes.append(String.join("\t", anchor, last == null ? "-" : last.toString(), message, version)).append('\n');
                if (probed && !String.valueOf(last).equals(String.valueOf(issuedAfter))) {
                    throw new IllegalStateException(name + " has several dates");
                }
                issuedAfter = last;
                probed = true;
            }
            if (issuedAfter != null) {
                dates.remove(issuedAfter);
            }
            // A further date is that from which the policy rejects everything; but in a policy with
            // exempt intermediates it is theirs.
            String always = exempt || dates.isEmpty() ? "null" : '"' + dates.iterator().next().toString() + '"';
            policies.add("{\"ca\":\"" + ca + "\",\"issuedAfter\":" + (issuedAfter == null ? "null" : '"' + issuedAfter.toString() + '"')
                + ",\"alwaysAfter\":" + always + ",\"anchors\":" + json(anchors(type)) + "}");
        }
        Set<String> blocked = new TreeSet<>();
        for (Object key : properties().keySet()) {
            if (((String) key).length() == 64) {
                blocked.add(((String) key).toLowerCase(Locale.ROOT));
            }
        }
        Class<?> alert = Class.forName("sun.security.ssl.Alert");
        Field unknown = alert.getDeclaredField("CERTIFICATE_UNKNOWN");
        unknown.setAccessible(true);
        Method create = alert.getDeclaredMethod("createSSLException", String.class);
        create.setAccessible(true);
        boolean inMessage = ((Exception) create.invoke(unknown.get(null), "text")).getMessage().startsWith("(");
        String released = System.getProperty("java.version.date");
        Files.writeString(Path.of(args[1]), "{\"version\":\"" + version + "\",\"released\":\"" + released + "\",\"vendor\":\""
            + System.getProperty("java.vendor") + "\",\"alertInMessage\":" + inMessage + ",\n\"policies\":[\n" + String.join(",\n", policies) + "],\n\"blocked\":" + json(blocked) + "}");
        Files.writeString(Path.of(args[2]), probes.toString(), StandardCharsets.UTF_8);
    }

    /** Makes exactly these certificates blocked, in addition to the JDK's list. */
    static void block(Collection<String> sha256) throws ReflectiveOperationException {
        properties().keySet().removeAll(added);
        added.clear();
        for (String hash : sha256) {
            String key = hash.toUpperCase(Locale.ROOT);
            properties().put(key, "");
            added.add(key);
        }
    }

    private static final Set<String> added = new HashSet<>();

    /** Makes exactly these anchors distrusted, by the policy for Symantec, which every release has. */
    static void distrust(Collection<String> sha256) throws ReflectiveOperationException {
        if (distrusted == null) {
            // The JDK's set cannot be changed; another one can, if it takes its place before the
            // first use.
            Field f = field(VALIDATOR + "SymantecTLSPolicy", "FINGERPRINTS");
            Field access = Unsafe.class.getDeclaredField("theUnsafe");
            access.setAccessible(true);
            Unsafe unsafe = (Unsafe) access.get(null);
            distrusted = new HashSet<>();
            unsafe.putObject(unsafe.staticFieldBase(f), unsafe.staticFieldOffset(f), distrusted);
        }
        distrusted.clear();
        for (String hash : sha256) {
            distrusted.add(hash.toUpperCase(Locale.ROOT));
        }
    }

    private static Set<String> distrusted;

    /**
     * Makes the JDK forget which roots are marked as its own in {@code cacerts}: that depends on who
     * built the JDK, not on the release. Returns how many there were.
     */
    static int forgetOwnRoots() throws ReflectiveOperationException {
        Field own = field("sun.security.util.AnchorCertificates", "certs");
        int count = ((Set<?>) own.get(null)).size();
        own.set(null, new HashSet<>());
        return count;
    }

    private static Properties properties() throws ReflectiveOperationException {
        return (Properties) field("sun.security.util.UntrustedCertificates", "props").get(null);
    }

    private static Field field(String type, String name) throws ReflectiveOperationException {
        Field f = Class.forName(type).getDeclaredField(name);
        f.setAccessible(true);
        return f;
    }

    private static Set<String> anchors(Class<?> type) throws ReflectiveOperationException {
        Set<String> out = new TreeSet<>();
        for (Field f : type.getDeclaredFields()) {
            f.setAccessible(true);
            if (f.getName().equals("FINGERPRINTS")) {
                for (Object hash : (Set<?>) f.get(null)) {
                    out.add(((String) hash).toLowerCase(Locale.ROOT));
                }
            } else if (f.getName().equals("FINGERPRINT")) {
                out.add(((String) f.get(null)).toLowerCase(Locale.ROOT));
            }
        }
        return out;
    }

    /** A policy's message for a server certificate that was issued on this day; null if it has none. */
    private static String ask(Method check, X509Certificate root, LocalDate issued) throws ReflectiveOperationException {
        X509Certificate leaf = new Oracle.Raw(new byte[0], null) {
            @Override
            public Date getNotBefore() {
                return Date.from(issued.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
        };
        try {
            check.invoke(null, (Object) new X509Certificate[] {leaf, root});
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        StringBuilder out = new StringBuilder();
        for (byte b : MessageDigest.getInstance("SHA-256").digest(bytes)) {
            out.append(String.format("%02x", b));
        }
        return out.toString();
    }

    private static String json(Set<String> hashes) {
        return hashes.isEmpty() ? "[]" : "[\n\"" + String.join("\",\n\"", hashes) + "\"]";
    }
}
