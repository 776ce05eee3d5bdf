//! French: the words of what is loaded after a first answer.

use super::fr::{French, MONTHS, NARROW, count};
use super::text::{append, grouped, listed, named, remaining, say, shown, whole};
use super::{ChainRepair, GuidePhrase, GuideText, LaterPhrase, LaterPhrases, LaterText, Phrases as _, Words, guide_fr};
use crate::report::{Change, Obstacle, Removal, RepairStatus, SignatureStatus, ValidityStatus, Verdict};
#[cfg(feature = "share")]
use crate::share::{EncodeError, QrError};

impl LaterPhrases for French {
    fn later(&self, text: LaterText) -> &'static str {
        match text {
            LaterText::HostHeading => "Nom de l’hôte",
            LaterText::PathHeading => "Chaîne",
            LaterText::CertificatesHeading => "Certificats",
            LaterText::NotSent => "Non envoyé",
            LaterText::ListedAs => "Listé sous",
            LaterText::Leaf => "Certificat du serveur",
            LaterText::Intermediate => "Certificat intermédiaire",
            LaterText::Root => "Certificat racine",
            LaterText::Certificate => "Certificat",
            LaterText::Subject => "Sujet",
            LaterText::Issuer => "Émetteur",
            LaterText::SerialNumber => "Numéro de série",
            LaterText::Version => "Version",
            LaterText::ValidFrom => "Pas avant",
            LaterText::ValidUntil => "Pas après",
            LaterText::Validity => "Validité",
            LaterText::Key => "Clé publique",
            LaterText::Exponent => "Exposant",
            LaterText::SignatureAlgorithm => "Algorithme de signature",
            LaterText::SignatureCheck => "Signature",
            LaterText::SignedBy => "Signé par",
            LaterText::SubjectAltNames => "Noms alternatifs du sujet",
            LaterText::IsCa => "Autorité de certification",
            LaterText::PathLength => "Certificats d’autorités permis en dessous",
            LaterText::KeyUsage => "Utilisations de la clé",
            LaterText::ExtendedKeyUsage => "Utilisations étendues de la clé",
            LaterText::SubjectKeyId => "Identifiant de clé du sujet",
            LaterText::AuthorityKeyId => "Identifiant de clé de l’autorité",
            LaterText::IssuerLocations => "Certificat de l’émetteur disponible à",
            LaterText::Extensions => "Extensions",
            LaterText::Critical => "Critique",
            LaterText::Yes => "Oui",
            LaterText::No => "Non",
            LaterText::None => "Aucun",
            LaterText::Unknown => "Inconnu",
            LaterText::CrossSigned => "Signature croisée : même nom et même clé, autre émetteur",
            LaterText::StrayHere => "Hors de cette chaîne",
            LaterText::AboveTrusted => "Au-dessus de la racine reconnue, superflu",
            LaterText::BesideHeading => "À côté de la chaîne",
            LaterText::NotOnTheList => "Absent de la liste d’AWS",
            LaterText::AvailableAt => "Disponible à",
            LaterText::MarkHolds => "concorde",
            LaterText::MarkBroken => "ne concorde pas",
            LaterText::MarkUntold => "indéterminé",
            LaterText::TimelineHeading => "Validité dans le temps",
            LaterText::ExplainFields => "Expliquer les champs",
            LaterText::CopyPlain => "Copier sans deux-points",
            LaterText::EncodingFaults => "Défauts d’encodage",
            LaterText::ExplainSubject => {
                "À qui le certificat est destiné. Les certificats qu’il signe doivent le nommer ainsi comme émetteur, sinon Java ne trouve pas de chemin."
            }
            LaterText::ExplainIssuer => {
                "Qui l’a signé. API Gateway suit ce nom de certificat en certificat, jusqu’à une racine de la liste d’AWS."
            }
            LaterText::ExplainSubjectAltNames => {
                "Les noms d’hôte et adresses pour lesquels il vaut. Le nom d’hôte du serveur doit s’y trouver ; dès qu’un nom DNS y figure, le nom courant ne compte plus."
            }
            LaterText::ExplainValidFrom => {
                "La première seconde de validité. Un serveur qui l’emploie plus tôt est refusé : exigence 2."
            }
            LaterText::ExplainValidUntil => {
                "La dernière seconde de validité. Ensuite, API Gateway refuse la chaîne : exigence 2."
            }
            LaterText::ExplainKey => {
                "La clé dont le serveur détient la moitié secrète. Pour le certificat du serveur, l’exigence 4 admet RSA jusqu’à 2048 bits ; les clés des autorités peuvent être plus longues."
            }
            LaterText::ExplainExponent => {
                "Le nombre public d’une clé RSA, presque toujours 65537. API Gateway n’exige rien à son sujet."
            }
            LaterText::ExplainSignatureAlgorithm => {
                "La manière dont l’émetteur a signé. Java, et donc API Gateway, refuse MD2 et MD5."
            }
            LaterText::ExplainSignatureCheck => {
                "Si la clé de l’émetteur a vraiment produit cette signature, pour autant que son certificat soit là. Une signature fausse rompt la chaîne."
            }
            LaterText::ExplainSignedBy => {
                "Le certificat dont la clé a produit la signature : un autre de votre texte, ou une racine de la liste d’AWS."
            }
            LaterText::ExplainListedAs => {
                "Les noms sous lesquels la liste des autorités prises en charge par AWS contient cette clé : exigence 1."
            }
            LaterText::ExplainSerialNumber => {
                "Le numéro donné par l’émetteur, unique chez lui. Indiquez-le à votre autorité quand vous l’interrogez sur ce certificat."
            }
            LaterText::ExplainVersion => {
                "La version du format. Seule la version 3 peut désigner une autorité ; Java refuse donc les intermédiaires plus anciens."
            }
            LaterText::ExplainIsCa => {
                "S’il peut signer d’autres certificats (basicConstraints). Chaque certificat au-dessus de celui du serveur doit dire oui."
            }
            LaterText::ExplainPathLength => {
                "Combien d’autres certificats d’autorités peuvent se trouver en dessous. S’il y en a plus, Java refuse la chaîne."
            }
            LaterText::ExplainKeyUsage => {
                "À quoi la clé peut servir. Une autorité a besoin de keyCertSign ; un serveur à clé RSA, de digitalSignature ou keyEncipherment."
            }
            LaterText::ExplainExtendedKeyUsage => {
                "Restreint son emploi. Si elle figure dans le certificat d’un serveur, serverAuth doit s’y trouver."
            }
            LaterText::ExplainSubjectKeyId => {
                "Un nom court de sa clé. Il distingue les autorités qui portent le même nom."
            }
            LaterText::ExplainAuthorityKeyId => {
                "Le nom court de la clé de l’émetteur : il permet de trouver le bon quand un intermédiaire manque."
            }
            LaterText::ExplainIssuerLocations => {
                "Où télécharger le certificat de l’émetteur. Les navigateurs le font d’eux-mêmes ; API Gateway non : le serveur doit donc l’envoyer."
            }
            LaterText::ExplainSha256 => {
                "L’empreinte numérique du certificat : si elle est la même, le certificat est le même. Cherchez-la dans la liste des autorités prises en charge par AWS."
            }
            LaterText::ExplainSha1 => {
                "L’empreinte plus ancienne, que la liste d’AWS donne aussi. Elle sert à chercher, pas à prouver."
            }
            LaterText::ExplainExtensions => {
                "Tout ce qu’il dit en plus. Java refuse un certificat dont une extension critique lui est inconnue."
            }
            LaterText::ExplainEncodingFaults => {
                "Les endroits où les octets enfreignent les règles du format. Java s’y arrête, et la connexion avec lui."
            }
            LaterText::ExplainPem => {
                "Le certificat entier sous forme de texte, tel que les serveurs et ACM le prennent."
            }
            LaterText::ShowMore => "En afficher plus",
            LaterText::CopyOf => "Copie de",
            LaterText::Sha256 => "SHA-256",
            LaterText::Sha1 => "SHA-1",
            LaterText::LinkName => "nom",
            LaterText::LinkKeyId => "identifiant de clé",
            LaterText::LinkSignature => "signature",
            LaterText::NotSentUsual => "non envoyée, comme d’habitude",
            LaterText::OnTheList => "Racine de la liste d’AWS",
            LaterText::MissingHere => "Manque : n’a pas été envoyé",
            LaterText::UnknownIssuer => "Émetteur non envoyé et inconnu ici",
            LaterText::FindingDocs => "Ce que cela signifie, avec un exemple",
            LaterText::CommandsFor => "Commandes pour",
            LaterText::RepairHeading => "La chaîne à installer",
            LaterText::RepairShow => "Afficher la chaîne à installer",
            LaterText::RepairLooking => "Recherche des certificats manquants…",
            LaterText::RepairFailed => "La réparation n’a pas pu être faite.",
            LaterText::DownloadFullChain => "Télécharger fullchain.pem",
            LaterText::DownloadWithRoot => "Télécharger avec la racine",
            LaterText::FormWithoutRoot => {
                "Sans la racine : ce qu’un serveur envoie normalement. Les clients ont déjà la racine."
            }
            LaterText::FormWithRoot => {
                "Avec la racine : ce que demande insecureSkipVerification, car la racine doit alors être dans la chaîne."
            }
            LaterText::FromData => "tirée des données de cet outil",
            LaterText::ChangesHeading => "Ce qui change par rapport à votre saisie",
            LaterText::AfterRepair => "Avec cette chaîne",
            LaterText::AcmHeading => "Pour AWS Certificate Manager",
            LaterText::AcmBody => "Corps du certificat",
            LaterText::AcmKey => "Clé privée du certificat",
            LaterText::AcmKeyHint => "Vous seul l’avez. Sa place est dans ACM, jamais ici.",
            LaterText::AcmChain => "Chaîne de certificats",
            LaterText::GetMissing => "Comment obtenir le certificat manquant",
            LaterText::InstallHeading => "Comment l’installer",
            LaterText::InstallFor => "Serveur",
            LaterText::TlsConfigHeading => "tlsConfig de l’intégration",
            LaterText::TlsConfigFor => "Outil",
            LaterText::CompareHeading => "Par rapport à votre saisie précédente",
            LaterText::CompareFixed => "Corrigé",
            LaterText::CompareLeft => "Toujours là",
            LaterText::CompareNew => "Nouveau",
            LaterText::CompareSame => "Rien n’allait mal avant, et rien ne va mal maintenant.",
            LaterText::CompareForget => "Ne plus comparer",
            LaterText::ShareChain => "Lien avec les certificats",
            LaterText::ShareChainHint => {
                "Contient les certificats, le nom d’hôte et ce qui a été demandé. La page de votre collègue les juge à nouveau."
            }
            LaterText::ShareVerdict => "Lien avec le verdict seul",
            LaterText::ShareVerdictHint => "Contient des résultats et des codes : ni nom, ni hôte, ni certificat.",
            LaterText::SharePrivacy => {
                "Tout se trouve après le # de l’adresse, que les navigateurs n’envoient à aucun serveur. Quiconque a le lien peut le lire."
            }
            LaterText::ShareLong => {
                "Les messageries peuvent couper un lien aussi long. Envoyer la chaîne en fichier est plus sûr."
            }
            LaterText::ShareMake => "Créer un lien",
            LaterText::ShareMaking => "Création du lien…",
            LaterText::ShareFailed => "Le lien n’a pas pu être créé.",
            LaterText::ShareCode => "Code à scanner",
            LaterText::SharedVerdictHeading => "Un verdict partagé",
            LaterText::SharedVerdictHint => {
                "Ce lien contient le verdict seul. Pour voir les raisons, collez la chaîne elle-même, ou demandez un lien avec les certificats."
            }
            LaterText::TakeMarkdown => "Markdown, pour un ticket",
            LaterText::TakePlain => "Texte, pour une messagerie",
            LaterText::TakeJson => "JSON, pour les programmes",
            LaterText::TakePrint => "Imprimer",
            LaterText::TakeCalendar => "Rappel de la première expiration (.ics)",
            LaterText::AuthoritiesHint => {
                "Les autorités de certification prises en charge par API Gateway, selon la liste d’AWS. Cherchez par nom, alias, clé ou empreinte."
            }
            LaterText::AuthoritiesSearch => "Rechercher",
            LaterText::AuthoritiesSearchHint => {
                "Une empreinte sous toute forme : avec ou sans deux-points, SHA-1 ou SHA-256"
            }
            LaterText::AuthoritiesNone => "Rien de tel sur cette édition de la liste.",
            LaterText::AuthoritiesAlias => "Alias",
            LaterText::AuthoritiesName => "Nom",
            LaterText::AuthoritiesKey => "Clé",
            LaterText::AuthoritiesUntil => "Jusqu’au",
            LaterText::AuthoritiesPaste => "Juger selon une liste plus récente",
            LaterText::AuthoritiesPasteHint => {
                "Ouvrez la page d’AWS des autorités prises en charge, sélectionnez tout, copiez et collez ici. Elle sert dès lors, jusqu’à la fermeture de cette page."
            }
            LaterText::AuthoritiesBad => {
                "Aucune entrée de la liste d’AWS n’a pu être lue dans ce texte. Une entrée a un alias, et ses empreintes SHA-1 et SHA-256."
            }
            LaterText::AuthoritiesFingerprintOnly => "Connue par son empreinte seulement",
            LaterText::TrustStays => "Ce que vous collez reste ici",
            LaterText::TrustStaysText => {
                "La vérification se fait dans cet onglet, en WebAssembly. Une politique dans la page (Content-Security-Policy) ne laisse le navigateur parler qu’aux fichiers de cette page. Rien de votre travail n’est enregistré : le navigateur garde votre choix de langue et de couleurs, et les fichiers de cette page, pour qu’elle s’ouvre sans réseau. Ni témoins de connexion, ni comptage des visites, ni polices ou scripts venus d’ailleurs."
            }
            LaterText::TrustCheck => "Vérifiez par vous-même",
            LaterText::TrustCheckText => {
                "Ouvrez les outils de développement de votre navigateur, choisissez Réseau, et collez une chaîne : aucune requête n’en contient quoi que ce soit. La page ne charge que d’autres fichiers à elle, dont un ou deux parmi 512 avec des clés et des certificats de CA. Ou coupez le réseau une minute après l’ouverture de la page, et continuez."
            }
            LaterText::TrustKeys => "Clés privées",
            LaterText::TrustKeysText => {
                "Aucune vérification n’en a besoin. Une clé privée qui se glisse dans la saisie est effacée avant que quoi que ce soit ne la voie, et le texte du cadre est remplacé. Il vaut tout de même mieux remplacer une clé qui a été collée quelque part."
            }
            LaterText::TrustRight => "La réponse est-elle juste ?",
            LaterText::TrustRightText => {
                "Elle a été comparée à un vrai client Java sur des milliers de chaînes ; les différences entre cette page et Java sont consignées dans le projet. API Gateway lui-même n’est pas public : les textes d’AWS et le comportement de Java sont ce que l’on sait de mieux. Chaque règle montre les commandes openssl avec lesquelles vous pouvez la vérifier."
            }
            LaterText::TrustFile => "L’emporter",
            LaterText::TrustFileText => {
                "La page entière en un seul fichier fonctionne depuis un disque, sans aucun réseau. Comparez son SHA-256 après le téléchargement."
            }
            LaterText::TrustFileDownload => "Télécharger la page en un seul fichier",
            LaterText::FleetHint => {
                "Chaque fichier est jugé à part, le certificat de chaque serveur avec ce qui l’accompagne. Choisissez un serveur pour lire son rapport complet."
            }
            LaterText::FleetShared => {
                "Les certificats d’AC se trouvent ensemble dans cette saisie : chaque serveur a été jugé comme s’il envoyait ceux qui sont au-dessus du sien."
            }
            LaterText::FleetTogether => "Tout juger comme une seule chaîne",
            LaterText::FleetSearchHint => "Mots d’un nom, d’un fichier, d’une racine ou d’une cause",
            LaterText::FleetAny => "Tous",
            LaterText::FleetNotMet => "Exigence non remplie",
            LaterText::FleetVerdict => "Décision",
            LaterText::FleetName => "Serveur",
            LaterText::FleetAnchor => "Racine",
            LaterText::FleetDays => "Jours restants",
            LaterText::FleetFile => "Fichier",
            LaterText::FleetNone => "Aucun serveur ne correspond.",
            LaterText::FleetFailsMost => "Ce qui échoue le plus",
            LaterText::FleetExpiry => "Expirations par mois",
            LaterText::FleetExpired => "Expirés",
            LaterText::FleetLater => "Plus tard",
            LaterText::FleetOtherwise => "Refusés pour une autre cause",
            LaterText::FleetStopped => "Arrêté. Voici les serveurs jugés jusque-là.",
            LaterText::FleetAuthorities => "Des certificats d’AC seulement",
            LaterText::FleetNothing => "Aucun certificat",
            LaterText::FleetBack => "Retour au tableau",
            LaterText::FleetUnnamed => "(sans nom)",
            LaterText::FleetExport => "Enregistrer ce qui est affiché",
            LaterText::FleetExporting => "Écriture du fichier…",
            LaterText::FleetHost => "Le nom d’hôte n’est pas comparé tant qu’il y a plusieurs serveurs.",
            LaterText::FleetKeys => {
                "Certains de ces fichiers contiennent une clé privée. Les clés ont été écartées ; ne les confiez à aucune page."
            }
        }
    }

    fn later_phrase(&self, phrase: &LaterPhrase<'_>) -> String {
        match phrase {
            LaterPhrase::Until { not_after, days } => {
                let date = self.date(*not_after);
                if *days < 0 {
                    say!("Jusqu’au {0}, il y a {1}", date, self.days(days.saturating_neg()))
                } else {
                    say!("Jusqu’au {0}, encore {1}", date, self.days(*days))
                }
            }
            LaterPhrase::KeyBits { algorithm, bits } => {
                say!("{0}, {1} bits", shown(algorithm), self.number(i64::from(*bits)))
            }
            LaterPhrase::Bytes(number) => count(i64::from(*number), "octet", "octets"),
            LaterPhrase::MoreCertificates(number) => count(whole(*number), "autre certificat", "autres certificats"),
            LaterPhrase::AllCharacters(number) => say!("Tout afficher ({0} caractères)", self.number(whole(*number))),
            LaterPhrase::AllNames(number) => say!("Tout afficher ({0} noms)", self.number(whole(*number))),
            LaterPhrase::ChainOf(stops) => say!("La chaîne, à partir du serveur : {0}", stops.join(" ; ")),
            LaterPhrase::Standing { status, days } => match status {
                ValidityStatus::Valid => say!("encore {0}", self.days(*days)),
                ValidityStatus::Expired => say!("expiré il y a {0}", self.days(*days)),
                ValidityStatus::NotYetValid => say!("pas encore valable, commence dans {0}", self.days(*days)),
            },
            LaterPhrase::IssuedByName(name) => say!("Émis par « {0} »", shown(name)),
            LaterPhrase::Requirement { number, name } => say!("{0}. {1}", number.to_string(), name),
            LaterPhrase::ListedAs(aliases) => say!("Listé sous {0}", listed(aliases, " et ")),
            LaterPhrase::PlaceOf { place, total } => say!(
                "N° {0} sur {1}",
                self.number(i64::from(*place)),
                self.number(i64::from(*total))
            ),
            LaterPhrase::Version(version) => say!("Version {0}", version),
            LaterPhrase::FromInput(place) => say!("n° {0} de votre saisie", self.number(i64::from(*place))),
            LaterPhrase::RowsOf { shown, total } => say!(
                "{0} sur {1}",
                self.number(whole(*shown)),
                count(whole(*total), "certificat", "certificats")
            ),
            LaterPhrase::LinkLength(length) => count(whole(*length), "caractère", "caractères"),
            LaterPhrase::PrintUntil { start, until } => {
                say!("SHA-256 {0} …, jusqu’au {1}", shown(start), self.date(*until))
            }
            LaterPhrase::FleetServers(number) => count(whole(*number), "serveur", "serveurs"),
            LaterPhrase::FleetVerdicts { passed, failed } => say!(
                "{0}, {1}",
                count(whole(*passed), "chaîne acceptée", "chaînes acceptées"),
                count(whole(*failed), "chaîne refusée", "chaînes refusées")
            ),
            LaterPhrase::FleetProgress { servers, seconds } => {
                let judged = count(whole(*servers), "serveur jugé", "serveurs jugés");
                match seconds {
                    None => judged,
                    Some(seconds) => {
                        let left = match remaining(*seconds) {
                            (number, false) => count(number, "seconde", "secondes"),
                            (number, true) => count(number, "minute", "minutes"),
                        };
                        say!("{0}, encore {1} environ", judged, left)
                    }
                }
            }
            LaterPhrase::FleetRows { shown, total } => say!(
                "{0} sur {1}",
                self.number(whole(*shown)),
                count(whole(*total), "serveur", "serveurs")
            ),
            LaterPhrase::FleetMonth { year, month } => {
                let name = MONTHS.get(usize::from(*month).saturating_sub(1)).unwrap_or(&"");
                say!("{0} {1}", name, year.to_string())
            }
            LaterPhrase::FleetLeft(number) => say!(
                "{0} sans certificat de serveur",
                count(whole(*number), "fichier", "fichiers")
            ),
        }
    }

    fn repair_status(&self, repair: &ChainRepair) -> Words {
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

    #[cfg(feature = "share")]
    fn encode_error(&self, why: &EncodeError) -> String {
        match why {
            EncodeError::NoCertificate => "Il n’y a pas de certificat à partager.".to_owned(),
            EncodeError::NotACertificate { index } => say!(
                "Aucun lien n’est possible : le certificat n° {0} est illisible.",
                self.number(i64::from(*index).saturating_add(1))
            ),
            EncodeError::TooManyCertificates { max } => say!(
                "Aucun lien n’est possible : il contient au plus {0} certificats. Partagez la chaîne d’un seul serveur.",
                self.number(i64::from(*max))
            ),
            EncodeError::TextTooLong { max } => say!(
                "Aucun lien n’est possible : un nom d’hôte ou un autre texte dépasse {0} octets.",
                self.number(i64::from(*max))
            ),
            EncodeError::TooLarge { max } => say!(
                "Aucun lien n’est possible : il dépasserait {0} caractères. Partagez la chaîne d’un seul serveur, ou le verdict seul.",
                self.number(i64::from(*max))
            ),
        }
    }

    #[cfg(feature = "share")]
    fn qr_error(&self, why: &QrError) -> String {
        match why {
            QrError::TooLong { characters, max } => say!(
                "Le lien est trop long pour être scanné : il a {0} caractères, la limite est de {1}. Partagez-le sous forme de texte, ou partagez le verdict seul.",
                self.number(i64::from(*characters)),
                self.number(i64::from(*max))
            ),
        }
    }

    fn guide_phrase(&self, phrase: &GuidePhrase<'_>) -> String {
        guide_fr::phrase(phrase)
    }

    #[cfg(feature = "cli")]
    fn cli(&self, text: super::CliText) -> &'static str {
        super::cli_fr::text(text)
    }

    #[cfg(feature = "cli")]
    fn cli_phrase(&self, phrase: &super::CliPhrase<'_>) -> String {
        super::cli_fr::phrase(phrase)
    }

    fn guide(&self, text: GuideText) -> &'static str {
        guide_fr::text(text)
    }
}
