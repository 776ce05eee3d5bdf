//! Recognizes the stack trace of a Java application other than API Gateway, whose logs have no
//! stack traces.

use crate::ingest::report::note::InputNote;
use crate::ingest::scan::Scan;

/// How much of a text is searched, in bytes. A stack trace begins with its message.
const SEARCHED: usize = 64 * 1024;

/// Words of API Gateway's execution logs. A text with one of them is about API Gateway.
const OF_API_GATEWAY: [&str; 5] = [
    "API Gateway",
    "apigateway",
    "Execution failed due to",
    "Endpoint request URI",
    "Method completed with status",
];

/// Adds a note about the first frame of a stack trace. An input gets one such note.
pub(crate) fn read(scan: &mut Scan<'_, '_, '_>) {
    let known = |note: &InputNote| matches!(note, InputNote::JavaStackTrace { .. });
    if scan.sink.notes.iter().any(known) {
        return;
    }
    if let Some(offset) = first_frame(scan.text) {
        let at = scan.at(offset);
        scan.sink.notes.push(InputNote::JavaStackTrace { at });
    }
}

/// The byte at which the line of the first frame begins, if the text has no words of API Gateway.
/// A frame is `at org.example.Main.run(Main.java:12)`, or has `Unknown Source` in the parentheses.
fn first_frame(text: &[u8]) -> Option<usize> {
    let text = text.get(..SEARCHED).unwrap_or(text);
    let mut begin = 0;
    let mut frame = None;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        // A frame ends with a parenthesis; most lines do not.
        if line.trim_ascii_end().ends_with(b")") && is_frame(&String::from_utf8_lossy(line)) {
            frame = Some(begin);
            break;
        }
        begin += line.len();
    }
    let text = frame.map(|_| String::from_utf8_lossy(text))?;
    frame.filter(|_| !OF_API_GATEWAY.iter().any(|words| text.contains(words)))
}

/// Whether a line ends with a frame of a stack trace. The line may begin with a quote mark or a
/// time.
fn is_frame(line: &str) -> bool {
    let Some((before, frame)) = line.trim_end().rsplit_once("at ") else {
        return false;
    };
    let Some((method, place)) = frame.split_once('(') else {
        return false;
    };
    let starts = before.chars().next_back().is_none_or(char::is_whitespace);
    let is_name = |c: char| c.is_alphanumeric() || "._$/@<>-".contains(c);
    let place = [".java:", "Unknown Source", "Native Method", ".kt:", ".scala:"]
        .iter()
        .any(|end| place.contains(end));
    starts && place && method.contains('.') && method.chars().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_java_trace(text: &str) -> bool {
        first_frame(text.as_bytes()).is_some()
    }

    #[test]
    fn a_stack_trace_is_recognized_unless_it_is_from_api_gateway() {
        let trace = "javax.net.ssl.SSLHandshakeException: PKIX path building failed\n\
            \tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)\n";
        assert!(is_java_trace(trace));
        assert_eq!(first_frame(trace.as_bytes()), trace.find("\tat "));
        assert!(is_java_trace("> at o.a.k.Network$Selector.<init>(Unknown Source)"));
        assert!(!is_java_trace(
            &["Execution failed due to configuration error\n", trace].concat()
        ));
        for text in [
            "",
            "General SSLEngine problem",
            "javax.net.ssl.SSLHandshakeException: PKIX path building failed",
            "Meet me at noon (Main.java:1)",
            "at example.com (10.0.0.1)",
        ] {
            assert!(!is_java_trace(text), "{text}");
        }
    }

    #[test]
    fn only_the_beginning_of_a_long_text_is_searched() {
        let late = ["é".repeat(SEARCHED), "\n\tat a.b.C.d(C.java:1)".to_owned()].concat();
        assert!(!is_java_trace(&late));
    }
}
