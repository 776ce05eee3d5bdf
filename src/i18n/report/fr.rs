//! French: the report below the four requirements.

use super::{ReportPhrase, ReportText, ReportWords};
use crate::i18n::format::{Words, append, grouped, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, NARROW, count};
use crate::i18n::grammar::named;
use crate::report::{Change, Obstacle, Removal, Repair, RepairStatus, SignatureStatus, ValidityStatus, Verdict};

impl ReportWords for French {
    fn text(&self, text: ReportText) -> &'static str {
        match text {
            ReportText::HostHeading => "Nom de l’hôte",
            ReportText::PathHeading => "Chaîne",
            ReportText::CertificatesHeading => "Certificats",
            ReportText::NotSent => "Non envoyé",
            ReportText::ListedAs => "Listé sous",
            ReportText::Leaf => "Certificat du serveur",
            ReportText::Intermediate => "Certificat intermédiaire",
            ReportText::Root => "Certificat racine",
            ReportText::Certificate => "Certificat",
            ReportText::Subject => "Sujet",
            ReportText::Issuer => "Émetteur",
            ReportText::SerialNumber => "Numéro de série",
            ReportText::Version => "Version",
            ReportText::ValidFrom => "Pas avant",
            ReportText::ValidUntil => "Pas après",
            ReportText::Validity => "Validité",
            ReportText::Key => "Clé publique",
            ReportText::Exponent => "Exposant",
            ReportText::SignatureAlgorithm => "Algorithme de signature",
            ReportText::SignatureCheck => "Signature",
            ReportText::SignedBy => "Signé par",
            ReportText::SubjectAltNames => "Noms alternatifs du sujet",
            ReportText::IsCa => "Autorité de certification",
            ReportText::PathLength => "Certificats d’autorités permis en dessous",
            ReportText::KeyUsage => "Utilisations de la clé",
            ReportText::ExtendedKeyUsage => "Utilisations étendues de la clé",
            ReportText::SubjectKeyId => "Identifiant de clé du sujet",
            ReportText::AuthorityKeyId => "Identifiant de clé de l’autorité",
            ReportText::IssuerLocations => "Certificat de l’émetteur disponible à",
            ReportText::Extensions => "Extensions",
            ReportText::Critical => "Critique",
            ReportText::ExtensionsNotDecoded => {
                "Leur contenu ne peut pas être décodé : le certificat n’est pas codé en DER strict."
            }
            ReportText::Yes => "Oui",
            ReportText::No => "Non",
            ReportText::None => "Aucun",
            ReportText::Unknown => "Inconnu",
            ReportText::CrossSigned => "Signature croisée : même nom et même clé, autre émetteur",
            ReportText::StrayHere => "Hors de cette chaîne",
            ReportText::AboveTrusted => "Au-dessus de la racine reconnue, superflu",
            ReportText::BesideHeading => "À côté de la chaîne",
            ReportText::NotOnTheList => "Absent de la liste d’AWS",
            ReportText::AvailableAt => "Disponible à",
            ReportText::MarkHolds => "concorde",
            ReportText::MarkBroken => "ne concorde pas",
            ReportText::MarkUntold => "indéterminé",
            ReportText::TimelineHeading => "Validité dans le temps",
            ReportText::ExplainFields => "Expliquer les champs",
            ReportText::CopyPlain => "Copier sans deux-points",
            ReportText::EncodingFaults => "Défauts d’encodage",
            ReportText::ExplainSubject => {
                "À qui le certificat est destiné. Les certificats qu’il signe doivent le nommer ainsi comme émetteur, sinon Java ne trouve pas de chemin."
            }
            ReportText::ExplainIssuer => {
                "Qui l’a signé. API Gateway suit ce nom de certificat en certificat, jusqu’à une racine de la liste d’AWS."
            }
            ReportText::ExplainSubjectAltNames => {
                "Les noms d’hôte et adresses pour lesquels il vaut. Le nom d’hôte du serveur doit s’y trouver ; dès qu’un nom DNS y figure, le nom courant ne compte plus."
            }
            ReportText::ExplainValidFrom => {
                "La première seconde de validité. Un serveur qui l’emploie plus tôt est refusé : exigence 2."
            }
            ReportText::ExplainValidUntil => {
                "La dernière seconde de validité. Ensuite, API Gateway refuse la chaîne : exigence 2."
            }
            ReportText::ExplainKey => {
                "La clé dont le serveur détient la moitié secrète. Pour le certificat du serveur, l’exigence 4 admet RSA jusqu’à 2048 bits ; les clés des autorités peuvent être plus longues."
            }
            ReportText::ExplainExponent => {
                "Le nombre public d’une clé RSA, presque toujours 65537. API Gateway n’exige rien à son sujet."
            }
            ReportText::ExplainSignatureAlgorithm => {
                "La manière dont l’émetteur a signé. Java, et donc API Gateway, refuse MD2 et MD5."
            }
            ReportText::ExplainSignatureCheck => {
                "Si la clé de l’émetteur a vraiment produit cette signature, pour autant que son certificat soit là. Une signature fausse rompt la chaîne."
            }
            ReportText::ExplainSignedBy => {
                "Le certificat dont la clé a produit la signature : un autre de votre texte, ou une racine de la liste d’AWS."
            }
            ReportText::ExplainListedAs => {
                "Les noms sous lesquels la liste des autorités prises en charge par AWS contient cette clé : exigence 1."
            }
            ReportText::ExplainSerialNumber => {
                "Le numéro donné par l’émetteur, unique chez lui. Indiquez-le à votre autorité quand vous l’interrogez sur ce certificat."
            }
            ReportText::ExplainVersion => {
                "La version du format. Seule la version 3 peut désigner une autorité ; Java refuse donc les intermédiaires plus anciens."
            }
            ReportText::ExplainIsCa => {
                "S’il peut signer d’autres certificats (basicConstraints). Chaque certificat au-dessus de celui du serveur doit dire oui."
            }
            ReportText::ExplainPathLength => {
                "Combien d’autres certificats d’autorités peuvent se trouver en dessous. S’il y en a plus, Java refuse la chaîne."
            }
            ReportText::ExplainKeyUsage => {
                "À quoi la clé peut servir. Une autorité a besoin de keyCertSign ; un serveur à clé RSA, de digitalSignature ou keyEncipherment."
            }
            ReportText::ExplainExtendedKeyUsage => {
                "Restreint son emploi. Si elle figure dans le certificat d’un serveur, serverAuth doit s’y trouver."
            }
            ReportText::ExplainSubjectKeyId => {
                "Un nom court de sa clé. Il distingue les autorités qui portent le même nom."
            }
            ReportText::ExplainAuthorityKeyId => {
                "Le nom court de la clé de l’émetteur : il permet de trouver le bon quand un intermédiaire manque."
            }
            ReportText::ExplainIssuerLocations => {
                "Où télécharger le certificat de l’émetteur. Les navigateurs le font d’eux-mêmes ; API Gateway non : le serveur doit donc l’envoyer."
            }
            ReportText::ExplainSha256 => {
                "L’empreinte numérique du certificat : si elle est la même, le certificat est le même. Cherchez-la dans la liste des autorités prises en charge par AWS."
            }
            ReportText::ExplainSha1 => {
                "L’empreinte plus ancienne, que la liste d’AWS donne aussi. Elle sert à chercher, pas à prouver."
            }
            ReportText::ExplainExtensions => {
                "Tout ce qu’il dit en plus. Java refuse un certificat dont une extension critique lui est inconnue."
            }
            ReportText::ExplainEncodingFaults => {
                "Les endroits où les octets enfreignent les règles du format. Java s’y arrête, et la connexion avec lui."
            }
            ReportText::ExplainPem => {
                "Le certificat entier sous forme de texte, tel que les serveurs et ACM le prennent."
            }
            ReportText::ShowMore => "En afficher plus",
            ReportText::CopyOf => "Copie de",
            ReportText::Sha256 => "SHA-256",
            ReportText::Sha1 => "SHA-1",
            ReportText::LinkName => "nom",
            ReportText::LinkKeyId => "identifiant de clé",
            ReportText::LinkSignature => "signature",
            ReportText::NotSentUsual => "non envoyée, comme d’habitude",
            ReportText::OnTheList => "Racine de la liste d’AWS",
            ReportText::MissingHere => "Manque : n’a pas été envoyé",
            ReportText::UnknownIssuer => "Émetteur non envoyé et inconnu ici",
            ReportText::FindingDocs => "Ce que cela signifie, avec un exemple",
            ReportText::CommandsFor => "Commandes pour",
            ReportText::RepairHeading => "La chaîne à installer",
            ReportText::RepairShow => "Afficher la chaîne à installer",
            ReportText::RepairLooking => "Recherche des certificats manquants…",
            ReportText::RepairFailed => "La réparation n’a pas pu être faite.",
            ReportText::DownloadFullChain => "Télécharger fullchain.pem",
            ReportText::DownloadWithRoot => "Télécharger avec la racine",
            ReportText::FormWithoutRoot => {
                "Sans la racine : ce qu’un serveur envoie normalement. Les clients ont déjà la racine."
            }
            ReportText::FormWithRoot => {
                "Avec la racine : ce que demande insecureSkipVerification, car la racine doit alors être dans la chaîne."
            }
            ReportText::FromData => "tirée des données de cet outil",
            ReportText::ChangesHeading => "Ce qui change par rapport à votre saisie",
            ReportText::AfterRepair => "Avec cette chaîne",
            ReportText::AcmHeading => "Pour AWS Certificate Manager",
            ReportText::AcmBody => "Corps du certificat",
            ReportText::AcmKey => "Clé privée du certificat",
            ReportText::AcmKeyHint => "Vous seul l’avez. Sa place est dans ACM, jamais ici.",
            ReportText::AcmChain => "Chaîne de certificats",
            ReportText::GetMissing => "Comment obtenir le certificat manquant",
            ReportText::InstallHeading => "Comment l’installer",
            ReportText::InstallFor => "Serveur",
            ReportText::TlsConfigHeading => "tlsConfig de l’intégration",
            ReportText::TlsConfigFor => "Outil",
            ReportText::CompareHeading => "Par rapport à votre saisie précédente",
            ReportText::CompareFixed => "Corrigé",
            ReportText::CompareLeft => "Toujours là",
            ReportText::CompareNew => "Nouveau",
            ReportText::CompareSame => "Rien n’allait mal avant, et rien ne va mal maintenant.",
            ReportText::CompareForget => "Ne plus comparer",
            ReportText::ShareChain => "Lien avec les certificats",
            ReportText::ShareChainHint => {
                "Contient les certificats, le nom d’hôte et ce qui a été demandé. La page de votre collègue les juge à nouveau."
            }
            ReportText::ShareVerdict => "Lien avec le verdict seul",
            ReportText::ShareVerdictHint => "Contient des résultats et des codes : ni nom, ni hôte, ni certificat.",
            ReportText::SharePrivacy => {
                "Tout se trouve après le # de l’adresse, que les navigateurs n’envoient à aucun serveur. Quiconque a le lien peut le lire."
            }
            ReportText::ShareLong => {
                "Les messageries peuvent couper un lien aussi long. Envoyer la chaîne en fichier est plus sûr."
            }
            ReportText::ShareMake => "Créer un lien",
            ReportText::ShareMaking => "Création du lien…",
            ReportText::ShareFailed => "Le lien n’a pas pu être créé.",
            ReportText::ShareCode => "Code à scanner",
            ReportText::SharedVerdictHeading => "Un verdict partagé",
            ReportText::SharedVerdictHint => {
                "Ce lien contient le verdict seul. Pour voir les raisons, collez la chaîne elle-même, ou demandez un lien avec les certificats."
            }
            ReportText::TakeMarkdown => "Markdown, pour un ticket",
            ReportText::TakePlain => "Texte, pour une messagerie",
            ReportText::TakeJson => "JSON, pour les programmes",
            ReportText::TakePrint => "Imprimer",
            ReportText::TakeCalendar => "Rappel de la première expiration (.ics)",
        }
    }

    fn phrase(&self, phrase: &ReportPhrase<'_>) -> String {
        match phrase {
            ReportPhrase::Until { not_after, days } => {
                let date = self.date(*not_after);
                if *days < 0 {
                    say!("Jusqu’au {0}, il y a {1}", date, self.days(days.saturating_neg()))
                } else {
                    say!("Jusqu’au {0}, encore {1}", date, self.days(*days))
                }
            }
            ReportPhrase::KeyBits { algorithm, bits } => {
                say!("{0}, {1} bits", shown(algorithm), self.number(i64::from(*bits)))
            }
            ReportPhrase::Bytes(number) => count(i64::from(*number), "octet", "octets"),
            ReportPhrase::MoreCertificates(number) => count(whole(*number), "autre certificat", "autres certificats"),
            ReportPhrase::AllCharacters(number) => say!("Tout afficher ({0} caractères)", self.number(whole(*number))),
            ReportPhrase::AllNames(number) => say!("Tout afficher ({0} noms)", self.number(whole(*number))),
            ReportPhrase::Standing { status, days } => match status {
                ValidityStatus::Valid => say!("encore {0}", self.days(*days)),
                ValidityStatus::Expired => say!("expiré il y a {0}", self.days(*days)),
                ValidityStatus::NotYetValid => say!("pas encore valable, commence dans {0}", self.days(*days)),
            },
            ReportPhrase::IssuedByName(name) => say!("Émis par « {0} »", shown(name)),
            ReportPhrase::Requirement { number, name } => say!("{0}. {1}", number.to_string(), name),
            ReportPhrase::ListedAs(aliases) => say!("Listé sous {0}", listed(aliases, " et ")),
            ReportPhrase::PlaceOf { place, total } => say!(
                "N° {0} sur {1}",
                self.number(i64::from(*place)),
                self.number(i64::from(*total))
            ),
            ReportPhrase::Version(version) => say!("Version {0}", version),
            ReportPhrase::FromInput(place) => say!("n° {0} de votre saisie", self.number(i64::from(*place))),
            ReportPhrase::LinkLength(length) => count(whole(*length), "caractère", "caractères"),
            ReportPhrase::PrintUntil { start, until } => {
                say!("SHA-256 {0} …, jusqu’au {1}", shown(start), self.date(*until))
            }
        }
    }

    fn repair_status(&self, repair: &Repair) -> Words {
        let name = |label: &str| named(self, label);
        let (clause, mut more) = match (&repair.status, repair.accepted, repair.verdict) {
            (RepairStatus::Complete {}, _, Verdict::Pass) => ("la chaîne est réparée, et API Gateway l’accepterait".to_owned(), String::new()),
            (RepairStatus::Complete {}, true, Verdict::Fail) => (
                "la chaîne est réparée, mais une exigence n’est toujours pas remplie".to_owned(),
                "Aucune chaîne n’y peut rien : voyez les exigences.".to_owned(),
            ),
            (RepairStatus::Complete {}, false, Verdict::Fail) => (
                "la chaîne est réparée, mais API Gateway la refuserait encore".to_owned(),
                "La raison est dans un certificat lui-même ou dans le nom d’hôte, et aucune autre chaîne n’y peut rien : voyez les constats.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Pass) => (
                "la chaîne est complète et en ordre".to_owned(),
                "Il n’y a rien à réparer.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Fail) => (
                "la chaîne elle-même est complète et en ordre".to_owned(),
                "Le problème est ailleurs, et aucune autre chaîne n’y peut rien : voyez les constats.".to_owned(),
            ),
            (RepairStatus::Incomplete { missing }, ..) => {
                let clause = if repair.unavailable.is_empty() {
                    say!("il manque le certificat de « {0} », et cet outil n’en a pas qui convienne", name(&missing.label))
                } else {
                    say!("il manque le certificat de « {0} », et une partie des données de cet outil n’a pas pu être chargée", name(&missing.label))
                };
                let mut more = say!("Son sujet est {0}.", name(&missing.issuer));
                if let Some(key_id) = &missing.key_id {
                    append(&mut more, &say!("Son identifiant de clé du sujet devrait être {0}.", shown(key_id)));
                }
                append(
                    &mut more,
                    &match missing.locations.first() {
                        Some(location) => say!("L’autorité le propose ici : {0}", shown(location)),
                        None => "Demandez-le à l’autorité qui a émis le certificat.".to_owned(),
                    },
                );
                (clause, more)
            }
            (RepairStatus::Impossible { obstacle }, ..) => match obstacle {
                Obstacle::LeafMissing {} => (
                    "il manque le certificat du serveur lui-même".to_owned(),
                    "Tous les certificats présents sont ceux d’autorités. Ajoutez le certificat du serveur, et la chaîne pourra être mise en ordre.".to_owned(),
                ),
                Obstacle::SelfSigned { label } => (
                    "il n’y a pas de chaîne pour un certificat auto-signé".to_owned(),
                    say!("« {0} » est son propre émetteur. Faites émettre le certificat par une autorité de la liste d’API Gateway.", name(label)),
                ),
                Obstacle::RootNotListed { label } => (
                    say!("la chaîne aboutit à « {0} », qui n’est pas dans la liste d’API Gateway", name(label)),
                    "On ne connaît ici aucun certificat de cette autorité qui mène à une racine prise en charge. Les certificats sont tout de même en ordre.".to_owned(),
                ),
            },
        };
        if repair.root_recommended && repair.root.is_some() {
            append(
                &mut more,
                "Envoyez aussi la racine : insecureSkipVerification la veut dans la chaîne.",
            );
        }
        Words::new(clause, more)
    }

    fn repair_change(&self, change: &Change) -> String {
        let at = |place: u32| grouped(i64::from(place).saturating_add(1), NARROW);
        match change {
            Change::Added { to, label } => say!(
                "Ajouté : « {0} » en n° {1}, des données de cet outil",
                named(self, label),
                at(*to)
            ),
            Change::Moved { certificate, label, to } => {
                say!(
                    "Déplacé : n° {0} « {1} », à la place {2}",
                    at(certificate.0),
                    named(self, label),
                    at(*to)
                )
            }
            Change::RootApart { certificate, label } => {
                say!(
                    "Mis à part : n° {0} « {1} », la racine, qu’un serveur n’a pas à envoyer",
                    at(certificate.0),
                    named(self, label)
                )
            }
            Change::UnreadableRemoved {} => "Retiré : ce qui n’a pas pu être lu comme certificat".to_owned(),
            Change::Removed {
                certificate,
                label,
                why,
            } => {
                let why = match why {
                    Removal::Duplicate { of } => say!("copie du n° {0}", at(of.0)),
                    Removal::Stray {} => "sans rapport avec le certificat du serveur".to_owned(),
                    Removal::Expired { not_after } => say!("expiré le {0}", self.date(*not_after)),
                    Removal::NotYetValid { not_before } => say!("pas valide avant le {0}", self.date(*not_before)),
                    Removal::WrongKey {} => "dont la clé n’a pas signé le certificat au-dessous".to_owned(),
                    Removal::Unfit {} => "que Java n’accepte pas comme émetteur".to_owned(),
                    Removal::NotNeeded {} => "dont la chaîne se passe".to_owned(),
                };
                say!(
                    "Retiré : n° {0} « {1} », {2}",
                    at(certificate.0),
                    named(self, label),
                    why
                )
            }
        }
    }

    fn validity(&self, status: ValidityStatus) -> &'static str {
        match status {
            ValidityStatus::Valid => "En cours de validité",
            ValidityStatus::Expired => "Expiré",
            ValidityStatus::NotYetValid => "Pas encore valable",
        }
    }

    fn signature(&self, status: SignatureStatus) -> &'static str {
        match status {
            SignatureStatus::Valid => "Signature vérifiée",
            SignatureStatus::Invalid => "Signature non concordante",
            SignatureStatus::NotChecked => "Signature non vérifiée",
        }
    }
}
