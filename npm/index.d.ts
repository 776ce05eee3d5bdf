// The types of sslengine-doctor. tests/node/types.test.mjs compares them with the program's output.

/** A time in UTC as in RFC 3339, to the second: `2026-11-23T07:00:00Z`. */
export type Time = string;
/** Bytes in upper-case hexadecimal, separated by colons: `0A:1B`. */
export type ColonHex = string;
/** A distinguished name as in RFC 4514: `CN=Amazon RSA 2048 M02,O=Amazon,C=US`. */
export type DistinguishedName = string;
/** A certificate's position in the input, counted from 0. Duplicates count too. */
export type CertIndex = number;

/**
 * Text or bytes: PEM, the whole output of `openssl s_client -showcerts`, JSON of the AWS CLI, DER,
 * PKCS#7, PKCS#12, a Java keystore, or a ZIP archive.
 */
export type Data = string | Uint8Array;
/** A file, with or without its name. */
export type InputFile = Data | { name?: string | null; data: Data };
/** The input. An array of files is one input, except for `validateAll`, which checks each file. */
export type Input = Data | readonly InputFile[];

export interface Options {
  /** The moment of the check, in RFC 3339 form. Default: now. */
  at?: string | undefined;
  /** The host name that the certificate must cover. */
  hostname?: string | undefined;
  /** Check as API Gateway does with `tlsConfig.insecureSkipVerification`. */
  insecureSkipVerification?: boolean | undefined;
  /**
   * Check the certificate as the client certificate that a REST API's stage sends to the backend,
   * by the rules for those instead of the rules for servers.
   */
  clientCertificate?: boolean | undefined;
  /** The language of the messages. Default: English. */
  lang?: "en" | "fr" | "es" | undefined;
  /** Passwords to try on keystores. No result contains them. */
  passwords?: readonly string[] | undefined;
  /** A newer version of AWS's list of supported CAs, copied from its page, to check against. */
  list?: string | undefined;
  /**
   * The client that checks the certificates: an id such as "temurin-21.0.8". Default: "api-gateway".
   * The command's --list-clients prints all ids.
   */
  client?: string | undefined;
  /**
   * The truststore of a Java client to check against: JKS, PKCS#12, cacerts, PEM, or the output of
   * `keytool -list -rfc`. Its password is one of `passwords`. No result and no link contains it.
   */
  trustStore?: string | Uint8Array | undefined;
}

type Loaded = Uint8Array | ArrayBuffer | null | undefined;

export interface LoadOptions extends Options {
  /**
   * Loads a data file of known certificates by its name, such as `3f.bin`. If it throws or returns
   * nothing, the file counts as unavailable. Default: Node reads the file from `authorities/` next
   * to this package's entry, and browsers fetch it from there.
   */
  load?: ((name: string) => Loaded | Promise<Loaded>) | undefined;
}

export interface ClientsOptions extends LoadOptions {
  /** The ids of the clients. Default: all. The option `client` is always one of them. */
  clients?: readonly string[] | undefined;
}

export interface LinkOptions extends LoadOptions {
  /** The page's address, to get the whole link. Default: only the part after the `#`. */
  address?: string | undefined;
  /** Make a link to the verdict alone, without certificates and names. */
  verdictOnly?: boolean | undefined;
}

/**
 * Checks one server's certificate chain against AWS's four requirements, and predicts the result of
 * Java's TLS client. The input is never sent anywhere.
 *
 * @throws {ValidateError} if the input holds no certificate, or an option is wrong.
 */
export function validate(input: Input, options?: Options): Promise<Report>;

/**
 * Checks every server of the input, in order. Each server certificate begins a new chain. The files
 * of an array are checked separately; a file without a certificate gives a result with an `error`.
 *
 * @throws {ValidateError} if an option is wrong, or the input is neither text nor bytes.
 */
export function validateAll(input: Input, options?: Options): Promise<ServerResult[]>;

/**
 * Lists the certificates of the input and how the input was read, without a verdict.
 *
 * @throws {ValidateError} like `validate`.
 */
export function inspect(input: Input, options?: Options): Promise<Inspection>;

/**
 * Makes the chain that the server should send instead: in order, without certificates that do not
 * belong to it, and with those that were missing.
 *
 * @throws {ValidateError} like `validate`.
 */
export function repair(input: Input, options?: LoadOptions): Promise<RepairedChain>;

/**
 * Looks for the chain that the most clients accept: the chain as sent, or the repaired chain of one
 * of the clients. Of several, it prefers the one that API Gateway accepts, then the shortest.
 *
 * @throws {ValidateError} like `validate`.
 */
export function repairForClients(input: Input, options?: ClientsOptions): Promise<ChainForClients>;

/**
 * Makes a share link. It holds the chain with the options and the result of its check, or with
 * `verdictOnly` the verdict alone. It holds the moment of the check only if `at` is given.
 *
 * @throws {ValidateError} like `validate`; `cannot-share` if the chain does not fit into a link.
 */
export function encodeLink(input: Input, options?: LinkOptions): Promise<string>;

/**
 * Reads the first share link in a text.
 *
 * @throws {ValidateError} `bad-link`; `link-unresolved` if the link holds only the digest of a
 * certificate and that certificate cannot be loaded.
 */
export function decodeLink(text: string, options?: LoadOptions): Promise<OpenedLink>;

/** The version of this package. */
export function version(): Promise<string>;

/** The argument of `init`: the address of the WebAssembly, or the WebAssembly itself. */
export type WasmSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** Loads the WebAssembly early or from elsewhere. Each function loads it itself if needed. */
export function init(source?: WasmSource | Promise<WasmSource>): Promise<void>;
export default init;

/** An `Error` with a stable code. */
export interface ValidateError extends Error {
  code:
    | "empty"
    | "no-certificate"
    | "bad-input"
    | "bad-option"
    | "bad-list"
    | "bad-link"
    | "link-unresolved"
    | "cannot-share"
    | "internal";
  /** With `empty` and `no-certificate`: what the input holds instead of certificates. */
  input?: InputReport | null;
  /** With `bad-link`, `link-unresolved` and `cannot-share`: the reason. */
  reason?: LinkError | EncodeError | Unresolved;
}

/** The reason why an input has no report. */
export interface InputError {
  code: "empty" | "no-certificate";
  message: string;
  /** What the input holds instead of certificates. */
  input: InputReport | null;
}

/** One server of several. Either `report` or `error` is null. */
export interface ServerResult {
  /** The file's name, or null if it has none. */
  name: string | null;
  /** The line of the input on which the server's certificate begins, from 1. */
  line: number | null;
  report: Report | null;
  error: InputError | null;
}

/** The command's result for one JSON line (`--lines`). Either `report` or `error` is null. */
export interface LineResult {
  /** The `id` of the line, unchanged. */
  id: unknown;
  report: Report | null;
  error: InputError | { code: "bad-line"; message: string } | null;
}

export interface Inspection {
  schemaVersion: 1;
  tool: Tool;
  /** The moment to which `validity` applies. */
  at: Time;
  certificates: CertificateReport[];
  input: InputReport;
}

export type RepairStatus =
  | { code: "complete" }
  | { code: "already-complete" }
  | {
      code: "incomplete";
      missing: { issuer: DistinguishedName; label: string; keyId: ColonHex | null; locations: string[] };
    }
  | {
      code: "impossible";
      obstacle:
        | { code: "leaf-missing" }
        | { code: "self-signed"; label: string }
        | { code: "root-not-listed"; label: string };
    };

/** A certificate of a repaired chain, from the input or from this tool's data. */
export interface RepairedCertificate {
  from: { sent: CertIndex } | "known";
  label: string;
  subject: DistinguishedName;
  sha256: ColonHex;
  notAfter: Time;
  pem: string;
}

export type Removal =
  | { code: "duplicate"; of: CertIndex }
  | { code: "stray" }
  | { code: "expired"; notAfter: Time }
  | { code: "not-yet-valid"; notBefore: Time }
  | { code: "wrong-key" }
  | { code: "unfit" }
  | { code: "not-needed" };

export type Change =
  | { change: "added"; to: number; label: string }
  | { change: "removed"; certificate: CertIndex; label: string; why: Removal }
  | { change: "moved"; certificate: CertIndex; label: string; to: number }
  | { change: "root-apart"; certificate: CertIndex; label: string }
  | { change: "unreadable-removed" };

export interface RepairedChain {
  /** The id of the client for which the chain was repaired. */
  client: string;
  status: RepairStatus & { message: string };
  /** Server certificate first, without the root. */
  chain: RepairedCertificate[];
  root: RepairedCertificate | null;
  /** Whether the server has to send the root too (`insecureSkipVerification`). */
  rootRecommended: boolean;
  changes: (Change & { message: string })[];
  /** Whether Java's TLS client would accept the repaired chain. */
  accepted: boolean;
  verdict: Verdict;
  /** The outcomes of the four requirements, in their order. */
  outcomes: [Outcome, Outcome, Outcome, Outcome];
  /** Numbers of the data files that could not be loaded. */
  unavailable: number[];
  /** PEM: server certificate and intermediates. */
  fullChain: string;
  fullChainWithRoot: string;
  /** The PEM that the server should send: `fullChain` or `fullChainWithRoot`. */
  recommended: string;
  /** The certificate body for AWS Certificate Manager; `acmChain` is its certificate chain. */
  acmCertificate: string;
  acmChain: string;
}

/** The chain that the most clients accept. */
export interface ChainForClients {
  /** How many clients accept the chain; 0 if no client accepts the chain as sent or a repaired one. */
  accepted: number;
  /** How many clients accept the chain as sent. */
  acceptedAsSent: number;
  /** Both numbers as a sentence. */
  message: string;
  /** Server certificate first, as the server should send it; empty if no client accepts any chain. */
  chain: RepairedCertificate[];
  /** The chain as PEM. */
  recommended: string;
  /** The answers of the clients about the chain; empty if no client accepts any chain. */
  clients: ClientAnswer[];
  /**
   * The repair that made the chain; null if it is the chain as sent. If no client accepts any chain,
   * the repair for the option `client`, which says what is missing.
   */
  repair: RepairedChain | null;
}

/** The result of the check when the link was made. */
export interface LinkAnswer {
  judgedAt: Time;
  verdict: Verdict;
  outcomes: [Outcome, Outcome, Outcome, Outcome];
  accepted: boolean;
  tool: Tool;
  /** The id of the client. */
  client: string;
}

export type OpenedLink =
  | {
      kind: "chain";
      pem: string;
      asked: {
        /** Null if the chain is to be checked for the moment at which the link is opened. */
        at: Time | null;
        hostname: string | null;
        insecureSkipVerification: boolean;
        firstIsLeaf: boolean;
        clientCertificate: boolean;
        /** The id of the client. */
        client: string;
        language: string | null;
      };
      answer: LinkAnswer;
    }
  | {
      kind: "verdict";
      answer: LinkAnswer;
      /** Whether the certificate was checked as the client certificate of a REST API's stage. */
      clientCertificate: boolean;
      rules: { rule: RuleId; outcome: Outcome; codes: string[] }[];
      /** The first bytes of each certificate's SHA-256, and the day on which it expires. */
      prints: { sha256Start: [number, number, number, number]; until: Time }[];
    };

export type LinkError =
  | { code: "no-link" }
  | { code: "newer"; version: number }
  | { code: "truncated"; characters: number; expected: number }
  | { code: "damaged" }
  | { code: "too-long"; max: number }
  | { code: "too-large"; max: number }
  | { code: "too-many-certificates"; max: number }
  | { code: "malformed" }
  | { code: "not-a-certificate"; index: number };

export type EncodeError =
  | { code: "no-certificate" }
  | { code: "not-a-certificate"; index: number }
  | { code: "too-many-certificates"; max: number }
  | { code: "text-too-long"; max: number }
  | { code: "too-large"; max: number };

/** Certificates that are not available and that the link holds only as digests. */
export interface Unresolved {
  missing: { index: number; shard: number; sha256Start: number[]; reason: "not-loaded" | "not-found" }[];
  total: number;
}

/**
 * The list that the chain was checked against: the date of AWS's list, such as `2022-01-24`, or
 * `supplied:398` for a list of 398 entries given with the option `list`.
 */
export type ListVersion = string;
/** The version of the program that made the check, and of AWS's list. */
export interface Tool {
  version: string;
  trustListEdition: ListVersion;
}

export type Verdict = "pass" | "fail" | "inconclusive";
/** `not-applicable`: the requirement is AWS's, and the report is for another client. */
export type Outcome = "pass" | "warn" | "fail" | "unknown" | "not-applicable";
export type RuleId = "supported-ca" | "validity" | "chain" | "key-size";
export type Severity = "error" | "warning" | "info";

export interface Report {
  /** Changes if a reader of the previous form could misread the new one. */
  schemaVersion: 1;
  tool: Tool;
  /** The client for which the certificates were checked. */
  client: Client;
  /** The release of Java that the report predicts, such as `17.0.21.1`. */
  java: string;
  /** The moment of the check. */
  at: Time;
  asked: { hostname: string | null; insecureSkipVerification: boolean; clientCertificate: boolean };
  /**
   * `pass` only if no requirement fails and Java accepts the chain and the host name; `inconclusive`
   * if something could not be checked, or if releases of Java differ about the root.
   */
  verdict: Verdict;
  /** The verdict in one sentence. */
  verdictSentence: string;
  /** AWS's four requirements, in the order of its article. */
  rules: RuleReport[];
  handshake: Handshake;
  hostname: HostnameReport | null;
  /** From the server certificate to the root, as far as known. */
  path: PathStep[];
  /** In the order of the input. */
  certificates: CertificateReport[];
  input: InputReport;
  /** The answers of several clients; only the command's `--compare` and repeated `--client` add them. */
  clients?: ClientAnswer[];
  /** How a log in the input contradicts this report; null if it does not. */
  logConflict: (LogConflict & { message: string }) | null;
  /** What to do, most urgent first. */
  fixes: Fix[];
}

/** A client: API Gateway, or another program that runs on Java. */
export interface Client {
  /** Its id, such as `api-gateway`, `temurin-21.0.8` or `truststore`. */
  id: string;
  /** What it trusts: the version of AWS's list, `client:` and a list, or `truststore:` and a number. */
  trusts: ListVersion;
  /** Its name in the language of the report. */
  name: string;
}

/** The answer of one client in a comparison. */
export interface ClientAnswer {
  client: string;
  name: string;
  /** Whether its TLS client accepts the chain and the host name. */
  accepted: boolean;
  verdict: Verdict;
  /** The finding that decides; null if nothing is wrong, or only the host name. */
  reason: Finding | null;
  wrongHost: boolean;
  javaMessage: string | null;
  /** The reason in the language of the report; empty if there is none. */
  message: string;
}

export interface RuleReport {
  rule: RuleId;
  outcome: Outcome;
  findings: Finding[];
}

/** The predicted result of Java's TLS client. */
export interface Handshake {
  accepted: boolean;
  /** The message of JDK 17 if it rejects the chain; null also if its exception has none. */
  message: string | null;
  /** The message of JDK 8 and similar versions for the same reason. */
  legacyMessage: string | null;
  /** The finding that decides the result. */
  reason: Finding | null;
}

export interface HostnameReport {
  asked: string;
  accepted: boolean;
  matched: string | null;
  presented: string[];
  source: "san-dns" | "san-ip" | "common-name" | null;
  message: string | null;
}

export type PathStep = CertIndex | { anchor: Anchor };

/** A root on AWS's list. */
export interface Anchor {
  aliases: string[];
  subject: DistinguishedName;
  label: string;
  sha256: ColonHex;
  notBefore: Time;
  notAfter: Time;
}

export interface CertificateReport {
  index: CertIndex;
  source: Source;
  subject: DistinguishedName;
  subjectLabel: string;
  issuer: DistinguishedName;
  issuerLabel: string;
  serial: ColonHex;
  version: number;
  notBefore: Time;
  /** Inclusive (RFC 5280). */
  notAfter: Time;
  key: { algorithm: string; bits: number; curve: string | null; exponent: string | null };
  signatureAlgorithm: string;
  sha1: ColonHex;
  sha256: ColonHex;
  subjectAltNames: { kind: string; value: string }[];
  isCa: boolean;
  pathLen: number | null;
  selfIssued: boolean;
  keyUsage: string[] | null;
  extendedKeyUsage: string[] | null;
  subjectKeyId: ColonHex | null;
  authorityKeyId: ColonHex | null;
  issuerLocations: string[];
  extensions: { oid: string; name: string | null; critical: boolean; bytes: number }[];
  defects: Defect[];
  validity: "valid" | "expired" | "not-yet-valid";
  issuedBy: CertIndex | "anchor" | null;
  signature: "valid" | "invalid" | "not-checked";
  aliases: string[];
  duplicateOf: CertIndex | null;
  pem: string;
}

/** A position in the input: the line, from 1, and the file if there were several. */
export interface At {
  file: number | null;
  line: number;
}

export interface Source {
  at: At;
  /** In bytes. */
  offset: number;
  label: string | null;
  container: "pem" | "der" | "base64" | "hex" | "pkcs7" | "pkcs12" | "java-key-store";
  /** Path of the file in the archive. */
  entry?: string;
  /** Alias or friendly name in the keystore. */
  alias?: string;
}

export type ContainerKind = "pkcs12" | "java-key-store" | "zip";

/** Why a keystore or an archive, or a part of it, cannot be read. */
export type ContainerError =
  | { code: "password-needed"; wrong: boolean }
  | { code: "truncated" }
  | { code: "damaged" }
  | { code: "unsupported"; algorithm: string }
  | { code: "too-many-rounds"; rounds: number; max: number };

export type Defect =
  | "empty-issuer"
  | "empty-subject"
  | "duplicate-extension"
  | "extensions-in-old-version"
  | "algorithm-mismatch"
  | "unreadable-critical-extension"
  | "unreadable-key"
  | "number-too-large"
  | "unreadable-time"
  | "unreadable-algorithm"
  | "structure";

export type NameKind = "dns" | "ip" | "directory" | "email" | "uri" | "other";
/** A certificate that leads to a root that the client has, and the common name of that root. */
export interface InsteadOfRoot {
  label: string;
  signedBy: string;
  root: string;
}

export type IssuerRef = { certificate: CertIndex } | { anchor: string };
export type DefaultProduct =
  | "ingress-nginx"
  | "traefik"
  | "plesk"
  | "cpanel"
  | "localhost"
  | "acm-private-ca"
  | "snakeoil"
  | "inspection-proxy"
  | "cloudflare-origin"
  | "lets-encrypt-staging"
  | "reverse-proxy"
  | "appliance"
  | "kubernetes-api"
  | "application-server"
  | "platform"
  | "private-ca";
/** Who owns a host name that no certificate of the user can contain. */
export type NameOwner =
  | "load-balancer"
  | "vpc-endpoint"
  | "execute-api"
  | "cloud-front"
  | "instance"
  | "aws"
  | "platform"
  | "private-network"
  | "address";
/** Why a key cannot be compared with the limit. */
export type KeyTrouble = "unreadable" | "explicit-parameters" | "not-in-java" | "no-signature";

/** A finding: a stable code with its evidence, and a message that may change with any release. */
export type Finding = FindingDetail & { severity: Severity; certificate: CertIndex | null; message: string };

export type FindingDetail =
  // supported-ca
  | { code: "anchor-listed"; aliases: string[]; subject: DistinguishedName; label: string; sha256: ColonHex; sent: boolean }
  | { code: "anchor-reissued"; aliases: string[]; listedSha256: ColonHex }
  | { code: "listed-by-fingerprint"; aliases: string[] }
  | { code: "root-not-listed"; subject: DistinguishedName; label: string; sha256: ColonHex; edition: ListVersion; crossSigned: boolean }
  | { code: "self-signed-leaf"; sha256: ColonHex; edition: ListVersion }
  | { code: "issuer-not-listed"; issuer: DistinguishedName; label: string; edition: ListVersion }
  | { code: "issuer-unknown"; issuer: DistinguishedName; label: string }
  | { code: "supported-once-sent"; issuer: DistinguishedName; label: string; aliases: string[]; crossSigned: boolean }
  | { code: "anchor-key-mismatch"; aliases: string[]; subject: DistinguishedName; label: string }
  | { code: "default-certificate"; product: DefaultProduct; vendor: string | null; label: string }
  | { code: "product-certificate"; product: DefaultProduct; vendor: string | null; label: string }
  | { code: "list-waived" }
  | { code: "root-not-sent"; issuer: DistinguishedName; label: string }
  | { code: "listed-root-not-sent"; aliases: string[]; label: string }
  | { code: "root-not-ca" }
  | { code: "root-without-key-cert-sign"; keyUsage: string[] | null }
  | { code: "private-root-sent"; subject: DistinguishedName; label: string; sha256: ColonHex }
  /** `issuedAfter` is a day (`YYYY-MM-DD`); `releases` are versions of Java, such as `17.0.21.1`. */
  | { code: "anchor-distrusted"; label: string; issuedAfter: string | null; releases: string[] }
  /** Only for other clients than API Gateway: their release of Java, `release`, is known. */
  | { code: "anchor-distrusted-here"; label: string; issuedAfter: string | null; release: string }
  /** A public CA that issues under a root that the client does not have. `instead`: what to send. */
  | { code: "ca-moved"; ca: string; root: string; instead: InsteadOfRoot | null; acme: boolean }
  | { code: "skip-verification-not-applicable" }
  // validity
  | { code: "in-date"; notBefore: Time; notAfter: Time; daysLeft: number }
  | { code: "expired"; notAfter: Time; at: Time; daysAgo: number }
  | { code: "not-yet-valid"; notBefore: Time; at: Time; daysAhead: number }
  | { code: "expires-soon"; notAfter: Time; daysLeft: number }
  | { code: "anchor-out-of-date"; label: string; notBefore: Time; notAfter: Time }
  | {
      code: "root-version-out-of-date";
      label: string;
      issuer: string;
      crossSigned: boolean;
      expired: boolean;
      notBefore: Time;
      notAfter: Time;
    }
  // chain
  | { code: "chain-complete"; length: number; rootSent: boolean }
  | {
      code: "issuer-missing";
      issuer: DistinguishedName;
      label: string;
      authorityKeyId: ColonHex | null;
      locations: string[];
      known: boolean;
      /** Whether API Gateway may accept the chain once it is sent. */
      useful: boolean;
    }
  | { code: "wrong-intermediate"; label: string; needed: string }
  | { code: "self-issued-pair"; label: string }
  | { code: "signature-invalid"; issuer: IssuerRef; label: string; algorithm: string }
  | { code: "signature-unchecked"; issuer: IssuerRef; label: string; algorithm: string }
  | { code: "leaf-missing" }
  | { code: "leaf-not-first"; leaf: CertIndex }
  | { code: "wrong-order"; order: CertIndex[] }
  | { code: "duplicate"; of: CertIndex }
  | { code: "stray"; label: string }
  | { code: "root-sent" }
  | { code: "not-a-ca"; hasBasicConstraints: boolean }
  | { code: "old-version"; version: number }
  | { code: "path-length-exceeded"; limit: number; below: number }
  | { code: "no-key-cert-sign"; keyUsage: string[] }
  | { code: "leaf-key-usage"; keyUsage: string[]; needed: string }
  | { code: "empty-key-usage" }
  | { code: "leaf-extended-key-usage"; usages: string[] }
  | { code: "netscape-cert-type" }
  | { code: "name-constraint"; kind: NameKind; name: string; constrainedBy: CertIndex; excluded: boolean }
  | { code: "name-constraint-unsupported"; constrainedBy: CertIndex }
  | { code: "policy-required" }
  | { code: "policy-mapping-any" }
  | { code: "policy-qualifiers-critical" }
  | { code: "unknown-critical-extension"; oids: string[] }
  | { code: "weak-signature"; algorithm: string }
  | { code: "sha1-signature"; algorithm: string }
  | { code: "sha1-under-jdk-root"; algorithm: string }
  | { code: "client-public-certificate"; issuer: string }
  | { code: "client-chain-too-long"; length: number; limit: number }
  | { code: "client-usage-missing"; usages: string[] }
  | { code: "client-key-unsupported"; algorithm: string; bits: number }
  | { code: "signature-not-offered"; algorithm: string }
  | { code: "weak-key"; algorithm: string; bits: number; minimum: number }
  | { code: "curve-unsupported"; curve: string }
  | { code: "malformed"; defect: Defect }
  | { code: "too-many-certificates"; count: number; limit: number }
  | { code: "message-too-large"; bytes: number; limit: number }
  | { code: "path-too-long"; limit: number }
  | { code: "key-identifier-mismatch"; issuer: IssuerRef; expected: ColonHex; found: ColonHex }
  | { code: "anchor-identifier-mismatch"; label: string; expected: string; found: string }
  | { code: "no-path" }
  | { code: "search-ended"; limit: number }
  | { code: "anchor-unfit"; label: string; isCa: boolean }
  | { code: "certificate-blocked"; label: string }
  | { code: "key-compromised"; label: string }
  // key-size
  | { code: "key-within-limit"; algorithm: string; bits: number; max: number }
  | { code: "key-too-large"; algorithm: string; bits: number; max: number }
  | { code: "elliptic-key"; curve: string; bits: number }
  | { code: "other-key"; algorithm: string }
  | { code: "key-unknown"; algorithm: string; why: KeyTrouble }
  | { code: "ca-key"; algorithm: string; bits: number }
  | { code: "key-limit-not-applicable" };

export type Fix = FixDetail & { message: string };

export type FixDetail =
  | { fix: "send-issuer"; issuer: DistinguishedName; label: string; locations: string[]; insteadOf: CertIndex[] }
  | { fix: "reorder"; order: CertIndex[] }
  | { fix: "use-supported-ca" }
  | { fix: "renew"; certificate: CertIndex }
  | { fix: "replace-intermediate"; certificate: CertIndex }
  | { fix: "smaller-key" }
  | { fix: "send-root"; label: string }
  | { fix: "match-hostname"; hostname: string }
  | { fix: "reissue"; certificate: CertIndex }
  | { fix: "configure-certificate"; product: DefaultProduct; vendor: string | null; setting: string | null }
  | { fix: "bypass-proxy"; vendor: string | null }
  | { fix: "use-cloudflare" }
  | { fix: "request-production" }
  | { fix: "replace-private-ca"; acm: boolean }
  | { fix: "replace-root"; certificate: CertIndex; label: string }
  | { fix: "remove"; certificate: CertIndex }
  | { fix: "use-own-name"; hostname: string; owner: NameOwner }
  | { fix: "import-ca"; label: string }
  | { fix: "turn-off-skip-verification" };

/** How the input was read. */
export interface InputReport {
  /** Names of the files, indexed by `at.file`; absent if the input has none. */
  files?: string[];
  /** Repairs and remarks. */
  notes: (InputNote & { message: string })[];
  /** What is not a certificate or could not be read. Private keys are listed here, never shown. */
  dropped: { at: At; label: string | null; reason: DropReason; message: string }[];
  hints: Hints;
}

export type InputNote =
  | { code: "repaired"; repair: Repair; blocks: number; at: At; columns: number | null }
  | { code: "utf16"; bigEndian: boolean; marked: boolean; at: At }
  | { code: "passed-over-lines"; count: number; kind: NoiseKind; at: At }
  | {
      code: "openssl-without-showcerts";
      listed: number;
      present: number;
      missing: string[];
      lastIssuer: string | null;
      at: At;
    }
  | { code: "openssl-verify-error"; number: number; text: string; depth: number | null; at: At }
  | { code: "several-chains"; count: number; at: At }
  | { code: "unordered-set"; certificates: number; ber: boolean; at: At }
  | { code: "container-opened"; kind: ContainerKind; certificates: number; integrity: "verified" | "unchecked" | "failed"; at: At }
  | { code: "trust-settings-dropped"; at: At }
  | { code: "trailing-bytes"; count: number; at: At }
  | { code: "unusual-label"; label: string; at: At }
  | { code: "label-mismatch"; begin: string; end: string; at: At }
  | { code: "host-from-input"; host: string; origin: HostOrigin; at: At }
  | { code: "diff"; at: At }
  /** A stack trace of a Java application: choose it with `client`. */
  | { code: "java-stack-trace"; at: At }
  | { code: "link"; tool: "about-certificate" | "asn1js" | "cyber-chef" | "other"; at: At };

export type Repair =
  | "carriage-returns"
  | "byte-order-mark"
  | "indentation"
  | "quote-marks"
  | "line-numbers"
  | "escaped-newlines"
  | "one-line"
  | "line-width"
  | "trailing-spaces"
  | "blank-lines"
  | "typographic-dashes"
  | "missing-dashes"
  | "markdown-escapes"
  | "html-markup"
  | "percent-encoding"
  | "pem-headers"
  | "string-quotes"
  | "quoted-printable"
  | "stray-characters"
  | "begin-marker-missing"
  | "end-marker-missing"
  | "bare-base64"
  | "encoded-pem"
  | "hex"
  | "hex-dump"
  | "binary-in-text"
  | "line-prefixes"
  | "color-codes";

export type NoiseKind =
  | "openssl-output"
  | "x509-text"
  | "bag-attributes"
  | "keytool-output"
  | "html"
  | "json"
  | "log"
  | "text";

export type PrivateKeyKind =
  | "pkcs8"
  | "encrypted-pkcs8"
  | "rsa"
  | "ec"
  | "dsa"
  | "open-ssh"
  | "pgp"
  | "putty"
  | "text-dump"
  | "other";

export type DropReason =
  | { code: "private-key"; kind: PrivateKeyKind }
  | { code: "certificate-request" }
  | { code: "revocation-list" }
  | { code: "public-key" }
  | { code: "pkcs12" }
  | { code: "java-key-store"; jceks: boolean }
  | { code: "bouncy-castle-key-store"; format: "bcfks" | "bks" | "uber" }
  | {
      code: "cms";
      content:
        | "enveloped-data"
        | "digested-data"
        | "encrypted-data"
        | "authenticated-data"
        | "compressed-data"
        | "time-stamp";
    }
  | { code: "zip" }
  | { code: "password-needed"; kind: ContainerKind; wrong: boolean }
  | { code: "unreadable-container"; kind: ContainerKind; why: ContainerError }
  | { code: "container-without-certificates"; kind: ContainerKind }
  | { code: "encrypted-entry" }
  | { code: "compressed" }
  | { code: "pdf" }
  | { code: "image" }
  | { code: "pgp" }
  | { code: "ssh-key" }
  | { code: "ec-parameters" }
  | { code: "dh-parameters" }
  | { code: "tls-session" }
  | { code: "attribute-certificate" }
  | { code: "pkcs7-without-certificates" }
  | { code: "not-a-certificate" }
  | { code: "unknown-binary" }
  | { code: "empty" }
  | {
      code: "ends-early";
      missingCharacters: number;
      lastLine: number;
      declared: number;
      present: number;
      endMarker: boolean;
    }
  | { code: "bad-character"; line: number; column: number; character: string }
  | { code: "length-mismatch"; declared: number; present: number }
  | { code: "not-der" }
  | { code: "not-base64"; line: number; found: string }
  | { code: "label-mismatch"; begin: string; end: string }
  | { code: "begin-marker-missing" }
  | { code: "unreadable-certificate"; part: "outer" | "body" | "name" | "dates" }
  | { code: "limit-exceeded"; limit: "input-bytes" | "certificates" | "dropped" | "inflated-bytes"; max: number; seen: number };

export interface Hints {
  /** The host that the input is about. */
  host: { name: string; port: number | null } | null;
  /** What names that host, and where. */
  hostFrom: { origin: HostOrigin; at: At } | null;
  /** The line that says that a client accepted the server's certificates. */
  accepted: { by: AcceptedBy; at: At } | null;
  /** Certificates that the input describes but does not contain. They are not checked. */
  described: Described[];
  messages: LogMessage[];
  /** Whether the input is AWS's list of supported CAs. */
  awsList: boolean;
  shareLink: string | null;
}

/** What names the host of an input. */
export type HostOrigin = "request" | "server-name" | "connect" | "url" | "message" | "handshake";

/** The client that accepted the server's certificates. */
export type AcceptedBy = "api-gateway" | "openssl" | "curl";

/** A contradiction between a log in the input and the check of the chain. */
export type LogConflict =
  | { code: "rejected"; at: At; instead: "chain-accepted" | "host-name-accepted" | "other-reason"; byApiGateway: boolean; command: string }
  | { code: "accepted"; at: At; by: AcceptedBy };

/** A certificate that a tool described, such as `openssl x509 -text`. */
export interface Described {
  at: At;
  tool: "openssl-text" | "openssl-fields" | "openssl-session" | "keytool" | "java-debug" | "curl" | "windows" | "gnutls" | "table";
  /** Where the tool read it, from the command in the input. */
  source: { code: "unknown" } | { code: "file"; path: string } | { code: "keystore"; path: string } | { code: "server" };
  subject: string | null;
  issuer: string | null;
  /** Hex digits without leading zeros. */
  serial: string | null;
  notBefore: Time | null;
  notAfter: Time | null;
  /** Whether the dates are in UTC. If not, they are read as UTC and may be off by half a day. */
  utc: boolean;
  keyAlgorithm: string | null;
  keyBits: number | null;
  names: string[];
  /** Whether all its names are in `names`. */
  allNames: boolean;
  isCa: boolean | null;
  /** What the description shows for certain. */
  observations: Observation[];
  /** The command that prints the certificate itself. */
  command: string;
  message: string;
}

/** What the description of a certificate shows. */
export type Observation =
  | { code: "recognized"; kind: "default" | "proxy" | "staging" | "cloudflare-origin"; product: string }
  | { code: "expired"; notAfter: Time; at: Time }
  | { code: "not-yet-valid"; notBefore: Time; at: Time }
  | { code: "other-host"; host: string }
  | { code: "self-signed" }
  | { code: "key-too-large"; bits: number };

/** A known message of a log or a tool. */
export interface LogMessage {
  at: At;
  executionFailed: boolean;
  kind: LogKind;
  message: string;
}

export type LogKind =
  | { code: "general-ssl-engine-problem" }
  | { code: "path-building-failed" }
  | { code: "validity-check-failed"; notAfter: string | null; notBefore: string | null }
  | { code: "path-validation-failed" }
  | { code: "algorithm-constraints" }
  | { code: "host-name-mismatch"; host: string | null; subject: string | null }
  | { code: "no-subject-alternative-name"; host: string | null }
  | { code: "extended-key-usage" }
  | { code: "handshake-failure" }
  | { code: "protocol-version" }
  | { code: "other-alert"; alert: string; side: LogSide; tool: LogTool | null }
  | { code: "plaintext-connection" }
  | { code: "remote-host-closed" }
  | { code: "connection-reset" }
  | { code: "plain-http-to-https-port" }
  | { code: "internal-error" }
  | { code: "network-error" }
  | { code: "invalid-endpoint-address" }
  | { code: "malformed-lambda-proxy-response" }
  | { code: "lambda-permissions" }
  | { code: "header-already-present" }
  | { code: "role-not-assumable" }
  | { code: "unknown-execution-failure"; text: string }
  | { code: "openssl-verify-error"; number: number; text: string; depth: number | null; meaning: LogMeaning }
  | { code: "openssl-error"; text: string; meaning: LogMeaning }
  | { code: "curl-error"; number: number; text: string; meaning: LogMeaning }
  | {
      code: "known";
      meaning: LogMeaning;
      tool: LogTool | null;
      side: LogSide;
      /** The host, version or field that the message names. */
      name: string | null;
    };

/** The side that wrote a message, or that received an alert. */
export type LogSide = "client" | "server" | "unknown";

/** The program that wrote a message. */
export type LogTool =
  | "acm"
  | "android"
  | "apache"
  | "chrome"
  | "curl"
  | "dot-net"
  | "envoy"
  | "firefox"
  | "git"
  | "gnu-tls"
  | "go"
  | "ha-proxy"
  | "http-client"
  | "iam"
  | "infrastructure"
  | "keytool"
  | "nginx"
  | "node"
  | "ok-http"
  | "openssl"
  | "php"
  | "postgres"
  | "python"
  | "ruby"
  | "rust"
  | "schannel"
  | "wget";

/** What a message means, whichever tool wrote it. */
export type LogMeaning =
  | "not-chained"
  | "signature-invalid"
  | "not-a-ca"
  | "path-too-long"
  | "no-key-cert-sign"
  | "leaf-key-usage"
  | "extended-key-usage"
  | "netscape-cert-type"
  | "name-constraints"
  | "policy"
  | "critical-extension"
  | "unreadable"
  | "java-exception"
  | "too-many-certificates"
  | "message-too-large"
  | "illegal-host-name"
  | "host-name"
  | "common-name-only"
  | "expired"
  | "not-yet-valid"
  | "out-of-date"
  | "unknown-issuer"
  | "issuer-missing"
  | "first-unverified"
  | "self-signed"
  | "private-root"
  | "verify-failed"
  | "weak"
  | "distrusted"
  | "blocked"
  | "revoked"
  | "revocation-unknown"
  | "stapled-response"
  | "no-peer-certificate"
  | "peer-not-authenticated"
  | "client-certificate-missing"
  | "other-chain-without-name"
  | "other-chain-at-address"
  | "server-name-refused"
  | "client-certificate-rejected"
  | "client-certificate-file"
  | "not-tls"
  | "http-to-tls"
  | "no-shared-cipher"
  | "old-tls"
  | "no-common-tls"
  | "no-protocol"
  | "closed-early"
  | "handshake-failed"
  | "dh-too-small"
  | "legacy-renegotiation"
  | "no-trust-anchors"
  | "ca-file"
  | "pinned"
  | "keystore-password"
  | "not-pem"
  | "key-mismatch"
  | "file-missing"
  | "tool-problem"
  | "dns"
  | "refused"
  | "timeout"
  | "unreachable"
  | "proxy"
  | "reset"
  | "empty-reply"
  | "bad-url"
  | "http-error"
  | "no-output-mapping"
  | "invalid-method-response"
  | "transform"
  | "illegal-url"
  | "authorizer"
  | "forbidden"
  | "missing-token"
  | "credentials"
  | "api-key"
  | "throttled"
  | "lambda"
  | "permissions"
  | "too-large"
  | "integration-timeout"
  | "vpc-link"
  | "internal-server-error"
  | "acm-several-certificates"
  | "acm-chain"
  | "acm-pem"
  | "acm-key-mismatch"
  | "acm-key-length"
  | "acm-private-key"
  | "acm-quota"
  | "base64-input"
  | "tls-config-unknown"
  | "tls-config-rejected";
