//! The link between a certificate and its issuer: names, which are compared, and key identifiers,
//! which are hints.

use super::super::builder::*;
use super::super::der::{ctx, ctx_prim, octet_string, seq, set, tlv};
use super::super::names::*;
use super::*;

/// (id, the CA's subject, the issuer name that its child carries)
fn pairs() -> Vec<(&'static str, Vec<u8>, Vec<u8>)> {
    let ca = |tag: u8, text: &str| name(&[(C, PRINTABLE, "US"), (O, UTF8, "Example Trust"), (CN, tag, text)]);
    let with =
        |kind: &str, tag: u8, text: &str| name(&[(C, PRINTABLE, "US"), (kind, tag, text), (CN, UTF8, "Example CA")]);
    let two = |a: Vec<u8>, b: Vec<u8>| of_rdns(&[set(&[ava(C, PRINTABLE, "US")]), set(&[a, b])]);
    vec![
        ("case", ca(UTF8, "Example CA"), ca(UTF8, "EXAMPLE ca")),
        (
            "case-printable",
            ca(PRINTABLE, "Example CA"),
            ca(PRINTABLE, "example ca"),
        ),
        (
            "case-country",
            name(&[(C, PRINTABLE, "US"), (CN, UTF8, "Example CA")]),
            name(&[(C, PRINTABLE, "us"), (CN, UTF8, "Example CA")]),
        ),
        ("printable-utf8", ca(PRINTABLE, "Example CA"), ca(UTF8, "Example CA")),
        ("printable-ia5", ca(PRINTABLE, "Example CA"), ca(IA5, "Example CA")),
        ("utf8-t61", ca(UTF8, "Example CA"), ca(T61, "Example CA")),
        ("utf8-bmp", ca(UTF8, "Example CA"), ca(BMP, "Example CA")),
        ("utf8-universal", ca(UTF8, "Example CA"), ca(UNIVERSAL, "Example CA")),
        ("utf8-general", ca(UTF8, "Example CA"), ca(GENERAL, "Example CA")),
        ("t61-same", ca(T61, "Exampl\u{e9} CA"), ca(T61, "Exampl\u{e9} CA")),
        ("t61-case", ca(T61, "Example CA"), ca(T61, "EXAMPLE CA")),
        ("bmp-same", ca(BMP, "Example CA"), ca(BMP, "Example CA")),
        ("bmp-case", ca(BMP, "Example CA"), ca(BMP, "EXAMPLE CA")),
        ("bmp-blanks", ca(BMP, "Example CA"), ca(BMP, "Example  CA")),
        (
            "bmp-surrogate",
            ca(BMP, "Example \u{1f600}"),
            ca(BMP, "Example \u{1f600}"),
        ),
        ("ia5-case", ca(IA5, "Example CA"), ca(IA5, "EXAMPLE CA")),
        ("inner-blanks", ca(UTF8, "Example CA"), ca(UTF8, "Example    CA")),
        ("outer-blanks", ca(UTF8, "Example CA"), ca(UTF8, "  Example CA ")),
        ("inner-tab", ca(UTF8, "Example CA"), ca(UTF8, "Example\tCA")),
        ("outer-tab", ca(UTF8, "Example CA"), ca(UTF8, "\tExample CA\n")),
        ("no-break-space", ca(UTF8, "Example CA"), ca(UTF8, "Example\u{a0}CA")),
        ("no-blank", ca(UTF8, "Example CA"), ca(UTF8, "ExampleCA")),
        ("composed", ca(UTF8, "Exampl\u{e9}"), ca(UTF8, "Example\u{301}")),
        ("full-width", ca(UTF8, "Example CA"), ca(UTF8, "\u{ff25}xample CA")),
        ("ligature", ca(UTF8, "Office CA"), ca(UTF8, "O\u{fb03}ce CA")),
        ("sharp-s", ca(UTF8, "Stra\u{df}e"), ca(UTF8, "STRASSE")),
        ("dotless-i", ca(UTF8, "Istanbul"), ca(UTF8, "\u{131}stanbul")),
        ("dotted-i", ca(UTF8, "istanbul"), ca(UTF8, "\u{130}stanbul")),
        (
            "final-sigma",
            ca(UTF8, "\u{3a3}\u{391}\u{3a3}"),
            ca(UTF8, "\u{3c3}\u{3b1}\u{3c2}"),
        ),
        (
            "cyrillic-case",
            ca(UTF8, "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}"),
            ca(UTF8, "\u{41c}\u{41e}\u{421}\u{41a}\u{412}\u{410}"),
        ),
        ("homoglyph", ca(UTF8, "Example CA"), ca(UTF8, "Ex\u{430}mple CA")),
        ("zero-width", ca(UTF8, "Example CA"), ca(UTF8, "Exam\u{200b}ple CA")),
        ("nul-inside", ca(UTF8, "Example CA"), ca(UTF8, "Example\0 CA")),
        ("bad-utf8", ca(UTF8, "Example CA"), name_of_bytes(&[0x45, 0xc3, 0x28])),
        (
            "bad-utf8-both",
            name_of_bytes(&[0x45, 0xc3, 0x28]),
            name_of_bytes(&[0x45, 0xc3, 0x29]),
        ),
        ("comma-escape", ca(UTF8, "Example, CA"), ca(PRINTABLE, "Example, CA")),
        ("quote", ca(UTF8, "\"Example\" CA"), ca(UTF8, "\"example\" ca")),
        (
            "plus-inside",
            ca(UTF8, "Example+CN=x"),
            two(ava(CN, UTF8, "Example"), ava(CN, UTF8, "x")),
        ),
        (
            "comma-inside",
            ca(UTF8, "Example,CN=x"),
            name(&[
                (C, PRINTABLE, "US"),
                (O, UTF8, "Example Trust"),
                (CN, UTF8, "x"),
                (CN, UTF8, "Example"),
            ]),
        ),
        ("hash-first", ca(UTF8, "#Example"), ca(PRINTABLE, "#Example")),
        ("star", ca(PRINTABLE, "Example* @_CA"), ca(UTF8, "Example* @_CA")),
        ("other-text", ca(UTF8, "Example CA"), ca(UTF8, "Example CB")),
        (
            "one-rdn-less",
            ca(UTF8, "Example CA"),
            name(&[(C, PRINTABLE, "US"), (CN, UTF8, "Example CA")]),
        ),
        (
            "one-rdn-more",
            ca(UTF8, "Example CA"),
            name(&[
                (C, PRINTABLE, "US"),
                (O, UTF8, "Example Trust"),
                (CN, UTF8, "Example CA"),
                (OU, UTF8, "x"),
            ]),
        ),
        (
            "order",
            ca(UTF8, "Example CA"),
            name(&[
                (CN, UTF8, "Example CA"),
                (O, UTF8, "Example Trust"),
                (C, PRINTABLE, "US"),
            ]),
        ),
        (
            "multi-valued-order",
            two(ava(O, UTF8, "Example"), ava(CN, UTF8, "CA")),
            two(ava(CN, UTF8, "CA"), ava(O, UTF8, "Example")),
        ),
        (
            "multi-valued-split",
            two(ava(O, UTF8, "Example"), ava(CN, UTF8, "CA")),
            name(&[(C, PRINTABLE, "US"), (O, UTF8, "Example"), (CN, UTF8, "CA")]),
        ),
        (
            "multi-valued-odd-order",
            two(ava(ODD, UTF8, "x"), ava(CN, UTF8, "CA")),
            two(ava(CN, UTF8, "CA"), ava(ODD, UTF8, "x")),
        ),
        (
            "empty-rdn",
            of_rdns(&[set::<Vec<u8>>(&[]), set(&[ava(CN, UTF8, "CA")])]),
            name(&[(CN, UTF8, "CA")]),
        ),
        (
            "empty-rdn-both",
            of_rdns(&[set::<Vec<u8>>(&[]), set(&[ava(CN, UTF8, "CA")])]),
            of_rdns(&[set::<Vec<u8>>(&[]), set(&[ava(CN, UTF8, "ca")])]),
        ),
        ("st-same", with(ST, UTF8, "Ohio"), with(ST, PRINTABLE, "OHIO")),
        (
            "street-same",
            with(STREET, UTF8, "Main St"),
            with(STREET, PRINTABLE, "MAIN ST"),
        ),
        ("dc-ia5-same", with(DC, IA5, "example"), with(DC, IA5, "example")),
        ("dc-ia5-case", with(DC, IA5, "example"), with(DC, IA5, "EXAMPLE")),
        ("dc-utf8-case", with(DC, UTF8, "example"), with(DC, UTF8, "EXAMPLE")),
        ("uid-case", with(UID, UTF8, "joe"), with(UID, UTF8, "JOE")),
        (
            "email-ia5-same",
            with(EMAIL, IA5, "ca@example.com"),
            with(EMAIL, IA5, "ca@example.com"),
        ),
        (
            "email-ia5-case",
            with(EMAIL, IA5, "ca@example.com"),
            with(EMAIL, IA5, "CA@example.com"),
        ),
        (
            "email-utf8-case",
            with(EMAIL, UTF8, "ca@example.com"),
            with(EMAIL, UTF8, "CA@example.com"),
        ),
        (
            "email-ia5-utf8",
            with(EMAIL, IA5, "ca@example.com"),
            with(EMAIL, UTF8, "ca@example.com"),
        ),
        (
            "serial-same",
            with(SERIAL, PRINTABLE, "A-1"),
            with(SERIAL, PRINTABLE, "A-1"),
        ),
        (
            "serial-case",
            with(SERIAL, PRINTABLE, "A-1"),
            with(SERIAL, PRINTABLE, "a-1"),
        ),
        (
            "serial-printable-utf8",
            with(SERIAL, PRINTABLE, "A-1"),
            with(SERIAL, UTF8, "A-1"),
        ),
        ("surname-case", with(SURNAME, UTF8, "Doe"), with(SURNAME, UTF8, "DOE")),
        (
            "title-blanks",
            with(TITLE, UTF8, "The CA"),
            with(TITLE, UTF8, "The  CA"),
        ),
        ("odd-oid-same", with(ODD, UTF8, "x"), with(ODD, UTF8, "x")),
        ("odd-oid-case", with(ODD, UTF8, "x"), with(ODD, UTF8, "X")),
        (
            "odd-oid-printable-utf8",
            with(ODD, PRINTABLE, "x"),
            with(ODD, UTF8, "x"),
        ),
        ("odd-value-type", with(ODD, 0x02, "\u{1}"), with(ODD, 0x02, "\u{1}")),
        ("empty-value", with(OU, UTF8, ""), with(OU, PRINTABLE, "")),
        ("empty-value-blank", with(OU, UTF8, ""), with(OU, UTF8, "  ")),
        ("issuer-empty", ca(UTF8, "Example CA"), name(&[])),
        ("both-empty", name(&[]), name(&[])),
        (
            "only-empty-rdn",
            of_rdns(&[set::<Vec<u8>>(&[])]),
            of_rdns(&[set::<Vec<u8>>(&[])]),
        ),
        (
            "rdn-not-a-set",
            seq(&[seq(&[ava(CN, UTF8, "x")])]),
            seq(&[seq(&[ava(CN, UTF8, "x")])]),
        ),
        (
            "ava-third-element",
            of_rdns(&[set(&[seq(&[super::super::der::oid(CN), tlv(UTF8, b"x"), tlv(5, &[])])])]),
            of_rdns(&[set(&[seq(&[super::super::der::oid(CN), tlv(UTF8, b"x"), tlv(5, &[])])])]),
        ),
    ]
}

fn name_of_bytes(bytes: &[u8]) -> Vec<u8> {
    of_rdns(&[
        set(&[ava(C, PRINTABLE, "US")]),
        set(&[seq(&[super::super::der::oid(CN), tlv(UTF8, bytes)])]),
    ])
}

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (id, subject, issuer) in pairs() {
        let (s1, i1) = (subject.clone(), issuer.clone());
        let (s2, i2) = (subject.clone(), issuer.clone());
        list.push(Deviation::new(format!("link/leaf-{id}"), format!("The intermediate's subject and the leaf's issuer name: {id}. Compared by the walk along the sent chain."), ONE, move |w| {
            w.issuing()?.subject = s1.clone();
            w.leaf().issuer_name = Some(i1.clone());
            Some(())
        }));
        list.push(Deviation::new(
            format!("link/anchor-{id}"),
            format!("The anchor's subject and the intermediate's issuer name: {id}. Looked up in the store."),
            ONE,
            move |w| {
                w.root().subject = s2.clone();
                w.root().issuer_name = Some(s2.clone());
                w.issuing()?.issuer_name = Some(i2.clone());
                Some(())
            },
        ));
        if [
            "case",
            "printable-utf8",
            "utf8-bmp",
            "inner-blanks",
            "email-ia5-case",
            "order",
            "multi-valued-order",
            "composed",
        ]
        .contains(&id)
        {
            list.push(Deviation::new(
                format!("link/unordered-{id}"),
                format!("The same difference ({id}) met by the builder: the chain is out of order."),
                &["ec-2"],
                move |w| {
                    w.issuing()?.subject = subject.clone();
                    w.leaf().issuer_name = Some(issuer.clone());
                    w.swap_intermediates()?;
                    Some(())
                },
            ));
        }
    }
    list.extend(identifiers());
    list
}

/// Authority and subject key identifiers that disagree.
fn identifiers() -> Vec<Deviation> {
    let key_id = |byte: u8| seq(&[ctx_prim(0, &[byte; 20])]);
    let mut list = deviations! { &["ec-1", "ec-2", "ec-0"];
        /// The leaf's AKI names another key than its issuer's SKI: a hint, not a verdict.
        "leaf/aki-differs" => |w| { w.leaf().put(AUTHORITY_KEY_ID, false, key_id_of(0x33)); }
        /// The leaf has no AKI.
        "leaf/aki-absent" => |w| { w.leaf().remove(AUTHORITY_KEY_ID); }
        /// The topmost certificate's AKI differs from the anchor's SKI: Java does not try this
        /// anchor then.
        "last/aki-differs" => |w| { let t = w.depth(); w.certs[t].put(AUTHORITY_KEY_ID, false, key_id_of(0x33)); }
        /// The same, and the anchor has no SKI: it is tried.
        "last/aki-differs-anchor-without-ski" => |w| { w.root().remove(SUBJECT_KEY_ID); let t = w.depth(); w.certs[t].put(AUTHORITY_KEY_ID, false, key_id_of(0x33)); }
        /// The topmost certificate's AKI has an empty key identifier.
        "last/aki-empty-key-id" => |w| { let t = w.depth(); w.certs[t].put(AUTHORITY_KEY_ID, false, seq(&[ctx_prim(0, &[])])); }
        /// The topmost certificate's AKI names issuer and serial of the anchor, rightly.
        "last/aki-issuer-serial" => |w| { let t = w.depth(); if let Some(e) = w.certs[t].extension(AUTHORITY_KEY_ID) { e.value = Value::IssuerAndSerial { key_id: false }; } }
        /// The same with the key identifier.
        "last/aki-all-three" => |w| { let t = w.depth(); if let Some(e) = w.certs[t].extension(AUTHORITY_KEY_ID) { e.value = Value::IssuerAndSerial { key_id: true }; } }
        /// The AKI's serial number is not the anchor's: a re-issued root.
        "last/aki-serial-differs" => |w| { let t = w.depth(); let n = w.root().subject.clone(); w.certs[t].put(AUTHORITY_KEY_ID, false, seq(&[ctx(1, &[ctx(4, &[n])]), ctx_prim(2, &[0x77])])); }
        /// The AKI's issuer name is not the anchor's issuer, the serial number is.
        "last/aki-issuer-differs" => |w| { let t = w.depth(); let s = w.root().serial.clone(); w.certs[t].put(AUTHORITY_KEY_ID, false, seq(&[ctx(1, &[ctx(4, &[plain("Somebody Else")])]), ctx_prim(2, &s)])); }
        /// The AKI's serial number differs and the anchor is of version 1: it is not checked.
        "last/aki-serial-differs-anchor-v1" => |w| { w.root().make_v1(); let t = w.depth(); let n = w.root().subject.clone(); w.certs[t].put(AUTHORITY_KEY_ID, false, seq(&[ctx(1, &[ctx(4, &[n])]), ctx_prim(2, &[0x77])])); }
        /// The anchor's SKI is not the one that is computed from its key, and the AKI follows it.
        "anchor/ski-other" => |w| { w.root().put(SUBJECT_KEY_ID, false, octet_string(&[0x44; 20])); }
        /// The anchor has no SKI.
        "anchor/ski-absent" => |w| { w.root().remove(SUBJECT_KEY_ID); }
        /// The intermediate has no SKI.
        "intermediate/ski-absent" => |w| { w.issuing()?.remove(SUBJECT_KEY_ID); }
        /// The leaf's AKI names issuer and serial of the intermediate, and the serial is wrong.
        "leaf/aki-serial-differs" => |w| { let n = plain("Example Root"); w.leaf().put(AUTHORITY_KEY_ID, false, seq(&[ctx(1, &[ctx(4, &[n])]), ctx_prim(2, &[0x78])])); }
    };
    for (id, swap) in [("", false), ("-unordered", true)] {
        list.push(Deviation::new(
            format!("chain/every-aki-differs{id}"),
            "No AKI of the chain fits: with and without the right order.",
            &["ec-2"],
            move |w| {
                for i in 0..=w.depth() {
                    w.certs[i].put(AUTHORITY_KEY_ID, false, key_id(0x10 + i as u8));
                }
                if swap {
                    w.swap_intermediates()?;
                }
                Some(())
            },
        ));
    }
    list
}

fn key_id_of(byte: u8) -> Vec<u8> {
    seq(&[ctx_prim(0, &[byte; 20])])
}
