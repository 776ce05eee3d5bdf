//! French: the report below the four requirements.

use super::{ReportPhrase, ReportText, ReportWords};
use crate::i18n::format::{Explanation, append, grouped, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, NARROW, count};
use crate::i18n::grammar::named;
use crate::report::{
    Change, IgnoredEntry, IgnoredWhy, Obstacle, Removal, Repair, RepairStatus, SignatureStatus, ValidityStatus, Verdict,
};

impl ReportWords for French {
    fn text(&self, text: ReportText) -> &'static str {
        match text {
            ReportText::HostHeading => "Nom de l’hôte",
            ReportText::PathHeading => "Chaîne",
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
            ReportText::Key => "Clé publique",
            ReportText::Exponent => "Exposant",
            ReportText::SignatureAlgorithm => "Algorithme de signature",
            ReportText::SignatureCheck => "Signature",
            ReportText::SignedBy => "Signé par",
            ReportText::SubjectAltNames => "Noms alternatifs du sujet",
            ReportText::IsCa => "Autorité de certification",
            ReportText::PathLength => "Certificats d’AC permis en dessous",
            ReportText::KeyUsage => "Utilisations de la clé",
            ReportText::ExtendedKeyUsage => "Utilisations étendues de la clé",
            ReportText::SubjectKeyId => "Identifiant de clé du sujet",
            ReportText::AuthorityKeyId => "Identifiant de clé de l’autorité",
            ReportText::IssuerLocations => "URL du certificat de l’émetteur",
            ReportText::Extensions => "Extensions",
            ReportText::Critical => "Critique",
            ReportText::ExtensionsNotDecoded => {
                "Leur contenu ne peut pas être décodé, car le certificat n’est pas encodé en DER strict."
            }
            ReportText::Yes => "Oui",
            ReportText::No => "Non",
            ReportText::None => "Aucun",
            ReportText::Unknown => "Inconnu",
            ReportText::ExplainFields => "Expliquer les champs",
            ReportText::CopyPlain => "Copier sans deux-points",
            ReportText::EncodingFaults => "Erreurs d’encodage",
            ReportText::ExplainSubject => {
                "Le nom du titulaire du certificat. Les certificats qu’il signe doivent avoir ce nom comme émetteur, sinon Java ne trouve pas de chemin."
            }
            ReportText::ExplainIssuer => {
                "Le nom de l’AC qui a signé le certificat. API Gateway suit ce nom de certificat en certificat, jusqu’à une racine de la liste d’AWS."
            }
            ReportText::ExplainSubjectAltNames => {
                "Les noms d’hôte et adresses IP pour lesquels le certificat est valide. Le nom d’hôte du serveur doit y figurer. S’il y a ici un nom DNS, le nom courant est ignoré."
            }
            ReportText::ExplainValidFrom => {
                "Le certificat n’est pas valide avant cette date. Jusque-là, API Gateway le refuse : exigence 2."
            }
            ReportText::ExplainValidUntil => {
                "Le certificat n’est plus valide après cette date. API Gateway refuse alors la chaîne : exigence 2."
            }
            ReportText::ExplainKey => {
                "La partie publique de la paire de clés du titulaire. Pour le certificat du serveur, l’exigence 4 permet les clés RSA jusqu’à 2048 bits. Les clés des AC peuvent être plus longues."
            }
            ReportText::ExplainExponent => {
                "L’exposant public d’une clé RSA, presque toujours 65537. API Gateway ne le limite pas."
            }
            ReportText::ExplainSignatureAlgorithm => {
                "L’algorithme avec lequel l’émetteur a signé. Java, et donc API Gateway, refuse MD2 et MD5."
            }
            ReportText::ExplainSignatureCheck => {
                "Indique si la clé de l’émetteur a produit cette signature. Cela ne peut être vérifié que si le certificat de l’émetteur est disponible. Une signature incorrecte rompt la chaîne."
            }
            ReportText::ExplainSignedBy => {
                "Le certificat dont la clé a produit la signature : un autre certificat de votre saisie, ou une racine de la liste d’AWS."
            }
            ReportText::ExplainListedAs => {
                "Les alias de cette clé dans la liste d’AWS des AC prises en charge : exigence 1."
            }
            ReportText::ExplainSerialNumber => {
                "Le numéro attribué par l’émetteur, unique pour cet émetteur. Indiquez-le à votre AC pour toute question sur ce certificat."
            }
            ReportText::ExplainVersion => {
                "La version du format du certificat. Seule la version 3 permet d’indiquer qu’un certificat est celui d’une AC : Java refuse donc les certificats intermédiaires plus anciens."
            }
            ReportText::ExplainIsCa => {
                "Indique si le certificat peut signer d’autres certificats (basicConstraints). Tout certificat au-dessus de celui du serveur doit être celui d’une AC."
            }
            ReportText::ExplainPathLength => {
                "Le nombre d’autres certificats d’AC permis en dessous de celui-ci. S’il y en a plus, Java refuse la chaîne."
            }
            ReportText::ExplainKeyUsage => {
                "Les usages permis de la clé. Une AC a besoin de keyCertSign. Un serveur avec une clé RSA a besoin de digitalSignature ou de keyEncipherment."
            }
            ReportText::ExplainExtendedKeyUsage => {
                "Restreint les usages du certificat. Si ce champ est présent dans un certificat de serveur, il doit contenir serverAuth."
            }
            ReportText::ExplainSubjectKeyId => {
                "Un identifiant court de la clé du certificat. Il distingue les AC qui portent le même nom."
            }
            ReportText::ExplainAuthorityKeyId => {
                "L’identifiant court de la clé de l’émetteur. Il permet de trouver le bon certificat s’il manque un certificat intermédiaire."
            }
            ReportText::ExplainIssuerLocations => {
                "Où télécharger le certificat de l’émetteur. Les navigateurs le font souvent automatiquement. API Gateway ne le fait pas : le serveur doit donc l’envoyer."
            }
            ReportText::ExplainSha256 => {
                "L’empreinte numérique du certificat : deux certificats qui ont la même empreinte sont identiques. Cherchez-la dans la liste d’AWS des AC prises en charge."
            }
            ReportText::ExplainSha1 => {
                "L’empreinte plus ancienne, qui figure aussi dans la liste d’AWS. Elle sert à chercher un certificat, pas à prouver que c’est le bon."
            }
            ReportText::ExplainExtensions => {
                "Les autres champs du certificat. Java refuse un certificat qui a une extension critique qu’il ne connaît pas."
            }
            ReportText::ExplainEncodingFaults => {
                "Les endroits où les octets ne respectent pas les règles du format. Java y arrête sa lecture, et la négociation TLS échoue."
            }
            ReportText::ExplainPem => {
                "Le certificat entier sous forme de texte, au format accepté par les serveurs et par ACM."
            }
            ReportText::Sha256 => "SHA-256",
            ReportText::Sha1 => "SHA-1",
            ReportText::OnTheList => "Racine de la liste d’AWS",
            ReportText::FindingDocs => "Ce que cela signifie, avec un exemple",
            ReportText::CommandsFor => "Commandes pour",
            ReportText::RepairInstall => "Installer la chaîne réparée",
            ReportText::RepairInOrder => "Copier cette chaîne dans l’ordre",
            ReportText::RepairHeading => "La chaîne à installer",
            ReportText::RepairShow => "Afficher la chaîne à installer",
            ReportText::RepairLooking => "Recherche des certificats manquants…",
            ReportText::RepairFailed => "La chaîne n’a pas pu être réparée.",
            ReportText::MostClientsFind => "Trouver la chaîne acceptée par le plus de clients",
            ReportText::MostClientsLooking => "Vérification des chaînes possibles pour chaque client…",
            ReportText::MostClientsFailed => "Impossible de vérifier les chaînes.",
            ReportText::RemainingClients => "Ces clients ne l’acceptent pas :",
            ReportText::NoClientAccepts => "Aucun client n’accepte la chaîne, ni telle qu’envoyée ni réparée.",
            ReportText::TruststoreIgnored => "Entrées du truststore que Java ignore",
            ReportText::DownloadFullChain => "Télécharger fullchain.pem",
            ReportText::DownloadWithRoot => "Télécharger avec la racine",
            ReportText::FormWithoutRoot => {
                "Sans la racine : ce qu’un serveur envoie normalement. Les clients ont déjà la racine."
            }
            ReportText::FormWithRoot => {
                "Avec la racine : ce qu’exige insecureSkipVerification, car la racine doit alors être dans la chaîne."
            }
            ReportText::FromData => "issu des données de cet outil",
            ReportText::ChangesHeading => "Changements par rapport à votre saisie",
            ReportText::AfterRepair => "Avec cette chaîne",
            ReportText::AcmHeading => "Pour AWS Certificate Manager",
            ReportText::AcmBody => "Corps du certificat",
            ReportText::AcmKey => "Clé privée du certificat",
            ReportText::AcmKeyHint => "Vous seul l’avez. Collez-la uniquement dans ACM, jamais ici.",
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
            ReportText::CompareSame => "Il n’y avait pas de problème avant, et il n’y en a pas maintenant.",
            ReportText::CompareForget => "Ne plus comparer",
            ReportText::ShareChain => "Lien avec les certificats",
            ReportText::ShareChainHint => {
                "Contient les certificats, le nom d’hôte et les options. La page de votre collègue les vérifie de nouveau."
            }
            ReportText::ShareVerdict => "Lien avec le verdict seulement",
            ReportText::ShareVerdictHint => {
                "Contient seulement des résultats et des codes : ni nom, ni hôte, ni certificat."
            }
            ReportText::SharePrivacy => {
                "Toutes les données suivent le # de l’adresse, que les navigateurs n’envoient à aucun serveur. Toute personne qui a le lien peut les lire."
            }
            ReportText::ShareLong => {
                "Les messageries peuvent couper un lien aussi long. Il est plus sûr d’envoyer la chaîne sous forme de fichier."
            }
            ReportText::ShareMaking => "Création du lien…",
            ReportText::ShareFailed => "Le lien n’a pas pu être créé.",
            ReportText::ShareCode => "Code à scanner",
            ReportText::SharedVerdictHeading => "Un verdict partagé",
            ReportText::SharedVerdictHint => {
                "Ce lien ne contient que le verdict. Pour voir les raisons, collez la chaîne, ou demandez un lien avec les certificats."
            }
            ReportText::ExportMarkdown => "Markdown, pour un ticket",
            ReportText::ExportPlain => "Texte, pour une messagerie",
            ReportText::ExportJson => "JSON, pour les programmes",
            ReportText::ExportPrint => "Imprimer",
            ReportText::ExportCalendar => "Rappel de la première expiration (.ics)",
        }
    }

    fn phrase(&self, phrase: &ReportPhrase<'_>) -> String {
        match phrase {
            ReportPhrase::KeyBits { algorithm, bits: 0 } => shown(algorithm),
            ReportPhrase::KeyBits { algorithm, bits } => {
                say!("{0}, {1} bits", shown(algorithm), self.number(i64::from(*bits)))
            }
            ReportPhrase::Bytes(number) => count(i64::from(*number), "octet", "octets"),
            ReportPhrase::AllCharacters(number) => say!("Tout afficher ({0} caractères)", self.number(whole(*number))),
            ReportPhrase::IssuerChanged { before, now } => say!(
                "Le renouvellement a changé l’émetteur : « {0} » a émis le certificat du serveur précédent, « {1} » le nouveau. Remplacez aussi les certificats intermédiaires dans la chaîne du serveur.",
                shown(before),
                shown(now)
            ),
            ReportPhrase::AllNames(number) => say!("Tout afficher ({0} noms)", self.number(whole(*number))),
            ReportPhrase::CurrentValidity { status, days } => match status {
                ValidityStatus::Valid => say!("encore {0}", self.days(*days)),
                ValidityStatus::Expired => say!("expiré il y a {0}", self.days(*days)),
                ValidityStatus::NotYetValid => say!("pas encore valide, commence dans {0}", self.days(*days)),
            },
            ReportPhrase::Requirement { number, name } => say!("{0}. {1}", number.to_string(), name),
            ReportPhrase::PlaceOf { place, total } => say!(
                "N° {0} sur {1}",
                self.number(i64::from(*place)),
                self.number(i64::from(*total))
            ),
            ReportPhrase::Version(version) => say!("Version {0}", version),
            ReportPhrase::FromInput(place) => say!("n° {0} de votre saisie", self.number(i64::from(*place))),
            ReportPhrase::LinkLength(length) => count(whole(*length), "caractère", "caractères"),
            ReportPhrase::IgnoredEntry(IgnoredEntry { name, why }) => {
                let name = shown(name);
                match why {
                    IgnoredWhy::NotMarked => say!(
                        "{0} : le fichier ne le marque pas comme certificat de confiance (keytool -importcert le fait)",
                        name
                    ),
                    IgnoredWhy::ChainOfKey => say!(
                        "{0} : il est dans la chaîne d’une clé privée, dont seul le premier certificat compte",
                        name
                    ),
                    IgnoredWhy::SameAlias => say!("{0} : une entrée suivante a le même alias", name),
                }
            }
            ReportPhrase::MostClients { accepted, of, as_sent } if accepted > as_sent => say!(
                "Cette chaîne est acceptée par {0} des {1} clients, la chaîne telle qu’envoyée par {2}.",
                self.number(whole(*accepted)),
                self.number(whole(*of)),
                self.number(whole(*as_sent))
            ),
            ReportPhrase::MostClients { accepted, of, .. } => say!(
                "Aucune chaîne trouvée n’est acceptée par plus de clients que la chaîne telle qu’envoyée : {0} sur {1}.",
                self.number(whole(*accepted)),
                self.number(whole(*of))
            ),
            ReportPhrase::PrintUntil { start, until } => {
                say!("SHA-256 {0} …, jusqu’au {1}", shown(start), self.date(*until))
            }
        }
    }

    fn repair_status(&self, repair: &Repair) -> Explanation {
        let name = |label: &str| named(self, label);
        let (clause, mut more) = match (&repair.status, repair.accepted, repair.verdict) {
            (RepairStatus::Complete {}, _, Verdict::Pass) => ("la chaîne est réparée, et API Gateway l’accepterait".to_owned(), String::new()),
            (RepairStatus::Complete {}, true, Verdict::Fail) => (
                "la chaîne est réparée, mais une exigence n’est toujours pas respectée".to_owned(),
                "Une autre chaîne n’y changerait rien : voir les exigences.".to_owned(),
            ),
            (RepairStatus::Complete {}, false, Verdict::Fail) => (
                "la chaîne est réparée, mais API Gateway la refuserait encore".to_owned(),
                "La cause est un certificat lui-même ou le nom d’hôte, et une autre chaîne n’y changerait rien : voir les constats.".to_owned(),
            ),
            (RepairStatus::Complete {}, _, Verdict::Inconclusive) => (
                "la chaîne est réparée, mais rien ne dit si API Gateway l’accepterait".to_owned(),
                "Une autre chaîne n’y changerait rien : voir les constats.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Pass) => (
                "la chaîne est complète et dans le bon ordre".to_owned(),
                "Il n’y a rien à réparer.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Fail | Verdict::Inconclusive) => (
                "la chaîne elle-même est complète et dans le bon ordre".to_owned(),
                "Le problème est ailleurs, et une autre chaîne n’y changerait rien : voir les constats.".to_owned(),
            ),
            (RepairStatus::Incomplete { missing }, ..) => {
                let clause = if repair.unavailable.is_empty() {
                    say!("il manque le certificat de « {0} », et cet outil n’en a aucun qui corresponde", name(&missing.label))
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
                        Some(location) => say!("Téléchargez-le depuis {0}", shown(location)),
                        None => "Demandez-le à l’AC qui a émis le certificat.".to_owned(),
                    },
                );
                (clause, more)
            }
            (RepairStatus::Impossible { obstacle }, ..) => match obstacle {
                Obstacle::LeafMissing {} => (
                    "le certificat du serveur est manquant".to_owned(),
                    "Seuls des certificats d’AC ont été fournis. Ajoutez le certificat du serveur, et la chaîne pourra être mise en ordre.".to_owned(),
                ),
                Obstacle::SelfSigned { label } => (
                    "un certificat auto-signé n’a pas de chaîne".to_owned(),
                    say!("« {0} » est son propre émetteur. Obtenez un certificat d’une AC de la liste d’API Gateway.", name(label)),
                ),
                Obstacle::RootNotListed { label } => (
                    say!("la chaîne aboutit à « {0} », qui n’est pas dans la liste d’API Gateway", name(label)),
                    "Cet outil ne connaît aucun certificat de cette AC qui mène à une racine prise en charge. Les certificats sont dans le bon ordre.".to_owned(),
                ),
            },
        };
        if repair.root_recommended && repair.root.is_some() {
            append(
                &mut more,
                "Envoyez aussi la racine : insecureSkipVerification l’exige dans la chaîne.",
            );
        }
        Explanation::new(clause, more)
    }

    fn repair_change(&self, change: &Change) -> String {
        let at = |place: u32| grouped(i64::from(place).saturating_add(1), NARROW);
        match change {
            Change::Added { to, label } => say!(
                "Ajouté : « {0} » en n° {1}, issu des données de cet outil",
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
                    "Séparé : n° {0} « {1} », la racine, qu’un serveur n’a pas à envoyer",
                    at(certificate.0),
                    named(self, label)
                )
            }
            Change::UnreadableRemoved {} => "Supprimé : données qui n’ont pas pu être lues comme certificat".to_owned(),
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
                    Removal::WrongKey {} => "dont la clé n’a pas signé le certificat inférieur".to_owned(),
                    Removal::Unfit {} => "que Java n’accepte pas comme émetteur".to_owned(),
                    Removal::NotNeeded {} => "dont la chaîne n’a pas besoin".to_owned(),
                };
                say!(
                    "Supprimé : n° {0} « {1} », {2}",
                    at(certificate.0),
                    named(self, label),
                    why
                )
            }
        }
    }

    fn code(&self, code: &str) -> &'static str {
        super::codes::french(code)
    }

    fn validity(&self, status: ValidityStatus) -> &'static str {
        match status {
            ValidityStatus::Valid => "En cours de validité",
            ValidityStatus::Expired => "Expiré",
            ValidityStatus::NotYetValid => "Pas encore valide",
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
