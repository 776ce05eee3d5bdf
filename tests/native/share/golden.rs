//! Links of version 1 from earlier releases: they must stay readable permanently. Never change a
//! line of them; a new link format gets a new constant.

use sslengine_doctor::report::{Outcome, RuleId, Verdict};
use sslengine_doctor::share::*;

use crate::share::tools::*;

/// The P-256 leaf of the made chain, with every option.
const WITH_OPTIONS: &str = "
v1.AQAC_PpRECp1UWtIk1EY_s73ffu23KZTp3nXNFfOnOebt7ybZmoYaqKU4GXqdKa7pJN0kbhlWhKRCOJAcdlUFEttaaDIvGDJIKHbj9Ik1KA
Ls4hoQszaFKOEzjk_3ud9znne8z4vGCSgCvOHKpSpwVCAouyI--0efriu-c7yozX1d7OLColWQCZxgNuc2mxiAkCnIDCEdIeuBJaDYwyH5DqBW
FYl9EmrqamtkJT7JJ0g2dDBStow6HtkurwUeh1k8sMhadk7K88KSX6I5YRFhkXmQUi6QOddUTuBrIIn3H3LK5GK_6N4HjoSVMu_lmJRQNB2Agx
QsUQE36p3tEsIDzrJNbKC3Y6BaPFXBlMOauukL0Ua7-mieue4AE5smpnOpCMNHev3OL1XEerF_oyyUf9Oz6J549O7ym2o_AkZlqKejgD8wlGIQ
FsrsrMiHEMpGuhpxf64M2QTtEACUChUDPyJ0F3aFnfG2bpE5WiAaPxdIjcHZRWLDZqsPC30ttJ-uKXnRnbuTTX49lx5NtSkXjHG59cgC_o6mLS
nBQAeAcNgyB6GaPMRkVwuiwoOllX-41NwhUQurBYLSysEckuiWg4jrFXscQh5qv2mqpy4vGJBSaVQUvp3ugWfQVCbfRPHVAAgWPRA33pSVdxUm
KtxQ9rteti7rEkiKp_aHJv3PrOV-qTN9KngekaQ31ijJ53FT-jWFH4ucVEIGB8MikCvGKe45eP6U5PXZpsckaLkzKYHeXrOvEx3pUehpf145ts
ev_CqTRHre8m8OfKxNjM37fSXlQvv29eW8m91t84-HnnBq540knqgShl28824LTpkjp97nWrs90CH6qXKc1jM0bIWrrazYIZWEvow3R2ZYy0OF
a7WxwZK0Mrstx76A61qslUKotQ9lSm0mpTMvgGCNiGbWLRvmzZcHsqOkdE3fBrGhW-yOsqTDLphSaQ7M_7Gak8oZ1BhcqVytlldXRilca1Xy8T
3G0kBGIGWVbOoiO_OBXsK5JE86GDDh3x-ECSD-KG_AQ
";

/// The verdict on the same chain.
const VERDICT: &str = "
v1.AgAAO2tm8nEBNgDJ_xAHACKA4qKkDREFMC4xLjASCjIwMjItMDEtMjQgAwEMCyACAhAgAgMWIAIEPCEHs_BxnKTFAg
";

/// The first two certificates of crates.io in 2023, the second by reference.
const WITH_REFERENCE: &str = "
v1.AQAFiMCIhq99VAs0lGkY_v9__pkxzDAZlyiatKp1mflmUhR1spvhKF0Qi2SnGZVcRmNGSJbBDJXrcZLrEVvEWmRijyEVUkekRKQUReu4FFJ
LaGfodjp79j_nP-d7n-f9nvf5vu89LywiAhF2AYjQoTwMAiMIWeXC0IT3IUff8KlBX_LUDjog4QhGYjvxexIMq2AhYMVQAQQcZj-KoyD7nRhqc
l4eKFNw1v7sMF4AYyXQVQAYCmUJoDo6WVOZwMyC6gCYQF-bxNwAGMyNYPFzl4dmgMncwNywcfPGze5Ag6EOyEv7CRw-W-AdRPPhARFs8K0NGAt
hRLAaJMeVEREMQ0PGwz31eCNx6m3let0-HcMKFfoE27mzPzs0qa6bl7ytTMqtMFTygNaNmZFDjE7P3S2rKXBLtk8T2vW0vxyIN7C3qHwlKzwTo
OnZ-1xaIRluxWZE7Z5Yy8u46XLvyevbrtLK8RdNfwxURzhazXJtceGloV6DHR1nCFoxy-xDKTcp1aqNrjdsJmLv0M3SC22LpIJTD7NSLcslU9E
UrOTPzFRSEqXFciHazHmtxYfuwDquU3H2An599YGxPZLnbvxJNp3wT_Vkjs7vaaM24bNFDrL4pOHeNYQEc93z7o-gsnP6mpK3o5f17g9E94vj2
DP-3cHSvjfmxZUZXdNhY_hn2HkEA0NwgQhjAEQYfbBKfn96a9DlQCtS4zrDsdV9b4MoXHC8rWU4eyZsRDQA9BQJqqgWqqFXcJFaNJYwcvDJ7gz
MqzMf2t_EeQJnBb0MdQA7RV_fQLSC48cTcg_zeQEC0yABW-DDoX0l1XwCuN4h3wDk71OAqkJVDYY_oigGweYtmTBEtYAGTskYB2OxeAz8ZYUAS
wW9CpU3BwB5tDwTsdFRgSBwC53O4fvR-Ex_wKSxF_tLwBcGCWgcnj99CZXzgKLYTEWJQBko4XBHoogwAgPhZ3UYRn3AEWD6OQawePUncR4nKPC
_1cGmL-nIN14E_-_Fmw-ICi8UxbkRoOjYCJyyXAeFu0IRFEFFcID8PwYfhU5A463t3M5e3bamA9U50lZKPlPCCq8d7WvYZ-fGOr7qahYEwbF_W
xJfQhCKgewAC1kNTTz9K__H1KhRAwnDvmqwYad2Git2toDlSQkn7dibbZUrT-nOn4s3YdHztIVuNYULm1K2xF7O_uBLMYwXz0Xmjp56CAmhoJ7
c-BW7zoXkUU_Z5gxdubWyfd_B4zpGZ30jyWE3TvCvLhUm7V4szAI7ECoLN-Gxq1ySonH3tfvbm3dsE26VtDSt1VEdOVFrkpG-HkWoW89p5pqKq
KXbnKryE12v0i6oERPSqghNVVfEodP9AiwUDNmVv_B9fMnWTG3wGDKbA0ZWOsItLk9Nonpk9SWbu2OCPpXVWCxrC2wQqsO8wK24EauRaXBIh2e
7c0-n30-mHVCdc8Ia5V_q9vB-kB-32csxnT0lKY158EA9K1N4jV1izI_IOlkdERDBbhEJbb4bZxjF-EhYSPS8vtw9yqX0embSSVlb2UfGZDKXr
PVunr7aMyYu8M1w3Bx96yFv5kyKZkUrDh3n_CYcWejExHdT_Vc8PrYppctjJvbXGn2gHi1x_XhPvyH9dJOXZ7A5iXfQo23Uxap2mxdne8nDa9Y
6L0kZxvP7paUxhbJgVQqRX5kbb2fV3DytVWyD57mMWhZVND4z8Su627-9D98pqa1om0oO52U-ryrueDxpZHnAtFnX3CHxXQjDSNYgZLwr3cVKP
JpClrVdCuHI3GrDrLHvLdLNa5x68Wr1Bb7adWf5vTl-yWmB9eul9-9faOReZB2-pes97JZ0UmlmeZdB4M914-tOVzhuRQgPyqdAgS5x73kyHgN
FTj-6TVyGBTQGDagrM-Xj2RQwTJlm_wI
";

fn link(lines: &str) -> String {
    lines.replace('\n', "")
}

#[test]
fn a_link_with_every_option_is_decoded() {
    let Ok(Link::Certificates(part)) = decode(&link(WITH_OPTIONS)) else {
        panic!()
    };
    let shared = part.resolve(&Shards::default()).unwrap();
    assert_eq!(shared.certificates, chain("made/leaf-p256.pem")[..1]);
    assert_eq!(
        shared.asked,
        SharedOptions {
            at: Some(at("2026-07-01T00:00:00Z")),
            hostname: Some("api.example.com".to_owned()),
            insecure_skip_verification: true,
            first_is_leaf: true,
            client_certificate: false,
            // A link of before there were clients means API Gateway.
            client: sslengine_doctor::trust::ClientId::API_GATEWAY,
            language: Some("fr".to_owned()),
        }
    );
    let answer = shared.answer;
    assert_eq!((answer.verdict, answer.accepted), (Verdict::Fail, false));
    assert_eq!(
        answer.outcomes,
        [Outcome::Fail, Outcome::Pass, Outcome::Fail, Outcome::Pass]
    );
    assert_eq!(answer.judged_at, at("2026-07-01T00:00:00Z"));
    assert_eq!(
        (
            answer.tool.version.as_str(),
            answer.tool.trust_list_version.to_string().as_str()
        ),
        ("0.1.0", "2022-01-24")
    );
    // With its line breaks, too.
    assert_eq!(
        decode(&format!("#{}", WITH_OPTIONS.trim())),
        decode(&link(WITH_OPTIONS))
    );
}

#[test]
fn a_verdict_link_is_decoded() {
    let Ok(Link::Verdict(opened)) = decode(&link(VERDICT)) else {
        panic!()
    };
    assert_eq!(
        (opened.answer.verdict, opened.answer.judged_at),
        (Verdict::Fail, at("2026-07-01T00:00:00Z"))
    );
    let rules: Vec<(RuleId, Outcome, Vec<&str>)> = opened
        .rules
        .iter()
        .map(|r| {
            (
                r.rule,
                r.outcome,
                r.codes.iter().filter_map(|c| Some(c.kind()?.code)).collect(),
            )
        })
        .collect();
    assert_eq!(
        rules,
        [
            (RuleId::SupportedCa, Outcome::Fail, vec!["root-not-sent", "list-waived"]),
            (RuleId::Validity, Outcome::Pass, vec!["in-date"]),
            (RuleId::Chain, Outcome::Fail, vec!["issuer-missing"]),
            (RuleId::KeySize, Outcome::Pass, vec!["elliptic-key"]),
        ]
    );
    let print = Print {
        sha256_start: [179, 240, 113, 156],
        until: at("2026-12-31T00:00:00Z"),
    };
    assert_eq!(opened.prints, [print]);
    // A link of before the field means a server's certificate.
    assert!(!opened.client_certificate);
}

/// The files of known certificates may grow, but must keep every certificate that a link refers to.
#[test]
fn a_reference_still_finds_its_certificate() {
    let Ok(Link::Certificates(part)) = decode(&link(WITH_REFERENCE)) else {
        panic!()
    };
    assert!(matches!(part.entries[..], [Entry::Sent(_), Entry::Known(_)]));
    let shared = part.resolve(&shipped(&part.wanted_shards())).unwrap();
    assert_eq!(shared.certificates, chain("real/crates-io.pem")[..2]);
    assert_eq!(
        (shared.asked, shared.answer.verdict),
        (SharedOptions::default(), Verdict::Pass)
    );
}
