//! Links that this program did not create.

use proptest::prelude::*;
use sslengine_doctor::share::{Link, LinkError, Shards, decode, encode};

use crate::share::tools::*;

fn leaf() -> Vec<u8> {
    chain("made/leaf-p256.pem").remove(0).to_vec()
}

#[test]
fn a_valid_checksum_does_not_hide_other_errors() {
    let leaf = field(1, &leaf());
    let whole = [leaf.clone(), answer()].concat();
    assert!(matches!(decode(&sealed(1, &whole)), Ok(Link::Certificates(_))));
    for (what, fields) in [
        ("nothing", vec![]),
        ("no certificate", answer()),
        ("no answer", leaf.clone()),
        ("a field that is cut off", [whole.clone(), vec![1, 200]].concat()),
        ("a length without end", [&whole[..], &[1], &[0xff; 12]].concat()),
        ("a reference that is cut off", [field(2, &[1, 2, 3]), answer()].concat()),
        ("an answer that is cut off", [leaf.clone(), field(16, &[0, 0])].concat()),
        ("a host that is no text", [whole.clone(), field(4, &[0xff])].concat()),
        (
            "a host that is too long",
            [whole.clone(), field(4, &[b'a'; 1025])].concat(),
        ),
        ("a question without bits", [whole.clone(), field(5, &[])].concat()),
    ] {
        assert_eq!(decode(&sealed(1, &fields)), Err(LinkError::Malformed), "{what}");
    }
    let key = [field(1, b"-----BEGIN PRIVATE KEY-----"), answer()].concat();
    assert_eq!(decode(&sealed(1, &key)), Err(LinkError::NotACertificate { index: 0 }));
    for (what, fields) in [
        ("no answer", vec![]),
        ("findings of a fifth rule", [answer(), field(32, &[5])].concat()),
        ("findings of no rule", [answer(), field(32, &[0])].concat()),
        ("findings without a rule", [answer(), field(32, &[])].concat()),
        ("a mark that is cut off", [answer(), field(33, &[1, 2, 3, 4])].concat()),
        ("too many marks", [answer(), field(33, &[0; 5]).repeat(17)].concat()),
    ] {
        assert_eq!(decode(&sealed(2, &fields)), Err(LinkError::Malformed), "{what}");
    }
    assert_eq!(decode(&enveloped(1, b"\xff\xff\xff")), Err(LinkError::Malformed));
    assert_eq!(decode(&enveloped(1, b"")), Err(LinkError::Malformed));
}

#[test]
fn fields_of_a_later_version_are_skipped_or_rejected_by_number() {
    let base = [field(1, &leaf()), answer()].concat();
    let read = decode(&sealed(1, &base)).unwrap();
    let newer = Err(LinkError::Newer { version: 1 });
    assert_eq!(
        decode(&sealed(1, &[field(127, b"more"), base.clone()].concat())),
        Ok(read.clone())
    );
    assert_eq!(decode(&sealed(1, &[base.clone(), field(128, b"")].concat())), newer);
    assert_eq!(decode(&sealed(1, &[base.clone(), field(5, &[8])].concat())), newer);
    // A known field that has grown.
    let grown = [field(1, &leaf()), field(16, &[0, 0, 0, 9, 9])].concat();
    assert_eq!(decode(&sealed(1, &grown)), Ok(read));
    assert_eq!(decode(&sealed(3, &base)), newer);
    assert_eq!(decode(&sealed(2, &[answer(), field(128, b"")].concat())), newer);
    assert!(decode(&sealed(2, &[answer(), field(99, b"")].concat())).is_ok());
}

#[test]
fn inflating_is_bounded() {
    let bomb = sealed(1, &vec![0; 20_000_000]);
    assert!(bomb.len() < 40_000);
    assert_eq!(decode(&bomb), Err(LinkError::TooLarge { max: 1_000_000 }));
    // Unknown fields up to the limit are read; one more byte is not.
    let fill = |len: usize| {
        let mut fields = [field(1, &leaf()), answer()].concat();
        while fields.len() < len {
            let content = (len - fields.len()).min(10_003) - 3;
            fields.extend(field(99, &vec![0; content]));
        }
        fields
    };
    assert_eq!(fill(1_000_000).len(), 1_000_000);
    assert!(decode(&sealed(1, &fill(1_000_000))).is_ok());
    assert_eq!(
        decode(&sealed(1, &fill(1_000_004))),
        Err(LinkError::TooLarge { max: 1_000_000 })
    );

    let leaf = field(1, &leaf());
    assert!(decode(&sealed(1, &[leaf.repeat(100), answer()].concat())).is_ok());
    let many = Err(LinkError::TooManyCertificates { max: 100 });
    assert_eq!(decode(&sealed(1, &[leaf.repeat(101), answer()].concat())), many);
    let references = [field(2, &[0; 9]).repeat(101), answer()].concat();
    assert_eq!(decode(&sealed(1, &references)), many);
}

/// Asserts that the certificates of a decoded link encode to the same link, unless known ones are
/// missing.
fn assert_sound(link: &Result<Link, LinkError>) {
    if let Ok(Link::Certificates(part)) = link
        && let Ok(shared) = part.resolve(&Shards::default())
    {
        let again = encode(&shared, &Shards::default()).unwrap();
        assert_eq!(decode(&again).as_ref(), link.as_ref());
    }
}

proptest! {
    #[test]
    fn any_fields_are_read_or_rejected(kind in 1_u8..4, fields: Vec<u8>) {
        assert_sound(&decode(&sealed(kind, &fields)));
        assert_sound(&decode(&sealed(kind, &[answer(), fields].concat())));
    }

    #[test]
    fn any_body_is_read_or_rejected(kind: u8, body: Vec<u8>) {
        let link = decode(&enveloped(kind, &body));
        assert_sound(&link);
        prop_assert_eq!(decode(&format!("#{}", enveloped(kind, &body))), link);
    }

    #[test]
    fn a_flipped_byte_of_the_fields_is_read_or_rejected(at: usize, with: u8) {
        let mut fields = [field(1, &leaf()), field(4, b"example.com"), answer()].concat();
        let len = fields.len();
        fields[at % len] = with;
        assert_sound(&decode(&sealed(1, &fields)));
    }
}
