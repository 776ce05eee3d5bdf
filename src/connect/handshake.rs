//! One TLS handshake with rustls. The verifier records the chain and accepts it.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{ResolvesClientCert, Resumption};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::sign::CertifiedKey;
use rustls::version::{TLS12, TLS13};
use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, PeerIncompatible, PeerMisbehaved, ProtocolVersion,
    SignatureScheme, SupportedProtocolVersion,
};

use super::ask::{Ask, Handshake, known};
use super::dial::{self, Limited};
use crate::ingest::{Alert, LogKind, Meaning, Side};
use crate::report::How;

/// How long a handshake in TLS 1.3 waits for the server's answer to a missing client certificate.
const WAIT_FOR_ALERT: Duration = Duration::from_millis(700);

/// Makes a handshake.
pub(super) fn attempt(ask: &Ask<'_>) -> Handshake {
    Handshake::over(ask, |result, mut stream| {
        let recorder = Arc::new(Recorder::default());
        let mut tls = match client(ask, &recorder) {
            Ok(tls) => tls,
            Err(error) => {
                result.attempt.trouble = Some(trouble(&error));
                return;
            }
        };
        let ended = shake(&mut tls, &mut stream, &recorder);
        result.attempt.protocol = match tls.protocol_version() {
            Some(ProtocolVersion::TLSv1_2) => Some("TLS 1.2"),
            Some(ProtocolVersion::TLSv1_3) => Some("TLS 1.3"),
            _ => None,
        };
        result.attempt.cipher = tls
            .negotiated_cipher_suite()
            .and_then(|suite| suite.suite().as_str())
            .map(|name| name.replace("TLS13_", "TLS_"));
        result.attempt.trouble = ended.err().map(|error| trouble_of(&error, &stream.first));
        let recorded = recorder.take();
        result.attempt.client_certificate = recorded.client_certificate;
        result.record(recorded.chain);
    })
}

/// Runs the handshake to its end. In TLS 1.3, a server rejects a missing client certificate only
/// afterwards.
fn shake(tls: &mut ClientConnection, stream: &mut Limited, recorder: &Recorder) -> io::Result<()> {
    while tls.is_handshaking() {
        let (read, written) = tls.complete_io(stream)?;
        if read == 0 && written == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    let late = tls.protocol_version() == Some(ProtocolVersion::TLSv1_3) && recorder.asked_for_certificate();
    if late {
        let soon = Instant::now().checked_add(WAIT_FOR_ALERT);
        stream.until = soon.map_or(stream.until, |soon| soon.min(stream.until));
        // Silence means that the server is waiting for a request.
        while let Ok(read) = tls.read_tls(stream) {
            let state = tls.process_new_packets().map_err(io::Error::other)?;
            if read == 0 || state.peer_has_closed() {
                break;
            }
        }
    }
    Ok(())
}

fn client(ask: &Ask<'_>, recorder: &Arc<Recorder>) -> Result<ClientConnection, Error> {
    let versions: &[&SupportedProtocolVersion] = match ask.how {
        How::Usual | How::WithoutName | How::Legacy => &[&TLS13, &TLS12],
        How::Tls12 => &[&TLS12],
        How::Tls13 => &[&TLS13],
    };
    let mut config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_protocol_versions(versions)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(recorder) as Arc<dyn ServerCertVerifier>)
        .with_client_cert_resolver(Arc::clone(recorder) as Arc<dyn ResolvesClientCert>);
    config.resumption = Resumption::disabled();
    config.enable_sni = ask.server_name.is_some();
    let address = ask.address.map_or(IpAddr::from([0, 0, 0, 0]), |address| address.ip());
    let name = ask
        .server_name
        .and_then(|name| ServerName::try_from(name.to_owned()).ok())
        .unwrap_or_else(|| ServerName::IpAddress(address.into()));
    ClientConnection::new(Arc::new(config), name)
}

/// What an error means, given the first bytes that the server sent.
fn trouble_of(error: &io::Error, first: &[u8]) -> LogKind {
    // The first byte of a TLS record is its type, alert or handshake here; version 3.x follows.
    if !first.is_empty() && !matches!(first, [21 | 22] | [21 | 22, 3, ..]) {
        return known(Meaning::NotTls);
    }
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
        Some(error) => trouble(error),
        None => known(dial::meaning(error)),
    }
}

fn trouble(error: &Error) -> LogKind {
    match error {
        Error::AlertReceived(alert) => LogKind::OtherAlert {
            alert: Alert::of_number(u8::from(*alert).into())
                .map_or_else(|| u8::from(*alert).to_string(), |alert| alert.name().to_owned()),
            side: Side::Client,
            tool: None,
        },
        Error::PeerIncompatible(PeerIncompatible::ServerDoesNotSupportTls12Or13) => known(Meaning::OldTls),
        Error::PeerIncompatible(_)
        | Error::PeerMisbehaved(
            PeerMisbehaved::SelectedUnofferedCipherSuite | PeerMisbehaved::SelectedUnusableCipherSuiteForVersion,
        ) => known(Meaning::NoSharedCipher),
        Error::NoCertificatesPresented => known(Meaning::NoPeerCertificate),
        _ => known(Meaning::HandshakeFailed),
    }
}

/// What the handshake showed.
#[derive(Clone, Debug, Default)]
struct Recorded {
    chain: Vec<Bytes>,
    client_certificate: bool,
}

/// Records the chain and accepts it; answers a request for a client certificate with none.
#[derive(Debug, Default)]
struct Recorder(Mutex<Recorded>);

impl Recorder {
    fn with<T>(&self, change: impl FnOnce(&mut Recorded) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn take(&self) -> Recorded {
        self.with(std::mem::take)
    }

    fn asked_for_certificate(&self) -> bool {
        self.with(|recorded| recorded.client_certificate)
    }
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let sent = std::iter::once(end_entity).chain(intermediates);
        let chain = sent.map(|der| Bytes::copy_from_slice(der)).collect();
        self.with(|recorded| recorded.chain = chain);
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        // Those of Java 17 that servers use (`sun.security.ssl.SignatureScheme`).
        vec![
            SignatureScheme::ECDSA_NISTP256_SHA256,
            SignatureScheme::ECDSA_NISTP384_SHA384,
            SignatureScheme::ECDSA_NISTP521_SHA512,
            SignatureScheme::ED25519,
            SignatureScheme::ED448,
            SignatureScheme::RSA_PSS_SHA256,
            SignatureScheme::RSA_PSS_SHA384,
            SignatureScheme::RSA_PSS_SHA512,
            SignatureScheme::RSA_PKCS1_SHA256,
            SignatureScheme::RSA_PKCS1_SHA384,
            SignatureScheme::RSA_PKCS1_SHA512,
            SignatureScheme::RSA_PKCS1_SHA1,
            SignatureScheme::ECDSA_SHA1_Legacy,
        ]
    }
}

impl ResolvesClientCert for Recorder {
    fn resolve(&self, _root_hint_subjects: &[&[u8]], _sigschemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.with(|recorded| recorded.client_certificate = true);
        None
    }

    fn has_certs(&self) -> bool {
        // Otherwise rustls does not ask for one.
        true
    }
}
