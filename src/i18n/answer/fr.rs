//! French: the answer.

use super::{AnswerPhrase, AnswerText, AnswerWords, Instruction, NewCertificate, Span, span};
use crate::cert::UnixTime;
use crate::i18n::format::{append, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count};
use crate::i18n::grammar::named;

impl French {
    fn span(&self, days: i64) -> String {
        match span(days) {
            Span::Days(days) => self.days(days),
            Span::Months(months) => say!("{0} mois", self.number(months)),
            Span::Years(years) => count(years, "an", "ans"),
        }
    }

    fn new_certificate(&self, needs: &NewCertificate<'_>) -> String {
        let mut parts: Vec<String> = Vec::new();
        if needs.public_ca {
            parts.push("d’une AC publique (comme Let’s Encrypt ou ACM)".to_owned());
        }
        if let Some(name) = needs.hostname {
            parts.push(say!("pour « {0} »", shown(name)));
        }
        if needs.smaller_key {
            parts.push("à clé RSA de 2048 bits ou à clé P-256".to_owned());
        }
        if needs.reissue {
            parts.push("sans le défaut ci-dessus".to_owned());
        }
        let several = parts.len() > 1 || needs.renew.is_some();
        let mut text = match (needs.renew, needs) {
            (Some(name), _) if parts.is_empty() => say!(
                "Renouvelez « {0} » et installez le nouveau certificat avec son intermédiaire.",
                named(self, name)
            ),
            (_, NewCertificate { public_ca: true, .. }) if !several => {
                "Obtenez un certificat d’une AC publique, comme Let’s Encrypt ou ACM.".to_owned()
            }
            (
                _,
                NewCertificate {
                    hostname: Some(name), ..
                },
            ) if !several => say!(
                "Appelez le serveur par un nom de son certificat, ou obtenez un certificat pour « {0} ».",
                shown(name)
            ),
            (_, NewCertificate { smaller_key: true, .. }) if !several => {
                "Obtenez un certificat à clé RSA de 2048 bits ou à clé P-256.".to_owned()
            }
            _ => say!("Obtenez un nouveau certificat {0}.", listed(&parts, " et ")),
        };
        if needs.with_intermediate && !(needs.renew.is_some() && parts.is_empty()) {
            append(&mut text, "Installez-le avec son intermédiaire.");
        }
        if needs.smaller_key && !several && needs.java_accepts {
            append(&mut text, "Java lui-même accepte celui-ci.");
        }
        if needs.renew.is_some() {
            append(
                &mut text,
                "Déjà renouvelé ? Alors le serveur envoie encore l’ancien : rechargez sa configuration.",
            );
        }
        text
    }
}

fn year(moment: UnixTime) -> String {
    moment.civil().0.to_string()
}

impl AnswerWords for French {
    fn text(&self, text: AnswerText) -> &'static str {
        match text {
            AnswerText::BadgeAccepted => "API Gateway acceptera cette chaîne",
            AnswerText::BadgeRejected => "API Gateway refusera cette chaîne",
            AnswerText::BadgeOutsideLimits | AnswerText::TitleOutsideLimits => "Hors des limites d’AWS",
            AnswerText::BadgeOpen => "Non concluant",
            AnswerText::SeeJavaMessage => "Le message de Java dit pourquoi",
            AnswerText::NextStep => "À faire",
            AnswerText::CopyForTicket => "Copier pour un ticket",
            AnswerText::CopyCommand => "Copier la commande",
            AnswerText::CheckNew => "Vérifier le nouveau",
            AnswerText::CheckHost => "Vérifier",
            AnswerText::HowToInstall => "Comment l’installer",
            AnswerText::HowToConfigure => "Comment le configurer",
            AnswerText::SkipCaCheck => "Désactiver le contrôle de l’AC…",
            AnswerText::Remind => "Me le rappeler avant l’expiration (.ics)",
            AnswerText::NamesOfCertificate => "Noms du certificat",
            AnswerText::InLog => "Dans le journal",
            AnswerText::ChainHeading => "La chaîne reçue",
            AnswerText::ServerRole => "Serveur",
            AnswerText::IntermediateRole => "Intermédiaire",
            AnswerText::RootRole => "Racine",
            AnswerText::OtherRole => "Certificat",
            AnswerText::IssuerRole => "Émetteur",
            AnswerText::NotSent => "non envoyé",
            AnswerText::OnList => "sur la liste d’AWS",
            AnswerText::NotOnList => "absente de la liste d’AWS",
            AnswerText::Expired => "expiré",
            AnswerText::NotYetValid => "pas encore valide",
            AnswerText::UnknownIssuer => "inconnu",
            AnswerText::InRepaired => "Inclus dans la chaîne réparée",
            AnswerText::NeedNotSend => "envoi inutile",
            AnswerText::CrossSigned => "même clé, signée par une autre AC",
            AnswerText::AboveRoot => "au-dessus de la racine, inutile",
            AnswerText::LinkNameFails => "le nom de l’émetteur ne correspond pas",
            AnswerText::LinkKeyFails => "l’identifiant de clé ne correspond pas",
            AnswerText::LinkSignatureFails => "la signature ne correspond pas",
            AnswerText::NotInLink => "Absente de ce lien",
            AnswerText::GistCa => "La racine est sur la liste d’AWS",
            AnswerText::GistValidity => "Non expiré et déjà valide",
            AnswerText::GistChain => "Tous les intermédiaires sont envoyés, dans l’ordre",
            AnswerText::GistKey => "2048 bits au plus (RSA)",
            AnswerText::GistAllSent => "Tous les intermédiaires ont été envoyés",
            AnswerText::MetOnceSent => "Respectée une fois envoyé",
            AnswerText::ByHand => "Vérifier à la main",
            AnswerText::Host => "hôte",
            AnswerText::HostNotChecked => "non vérifié",
            AnswerText::HostFromInput => "d’après votre saisie",
            AnswerText::NowChecked => "maintenant",
            AnswerText::CheckSkipped => "contrôle de l’AC désactivé",
            AnswerText::Change => "Modifier",
            AnswerText::NewCheck => "Nouvelle vérification",
            AnswerText::NoChainYet => "Pas de chaîne ? Demandez-la au serveur",
            AnswerText::Files => "ou déposez-les n’importe où : PEM, DER, P7B, P12, JKS, ZIP, dossiers",
            AnswerText::ErrorNotCause => "C’est l’erreur, pas sa cause.",
            AnswerText::OtherCause => "Cette erreur a une autre cause que la chaîne du serveur.",
            AnswerText::OnlyDescribed => "Il manque le certificat lui-même.",
            AnswerText::GetChainNow => "Demandez maintenant la chaîne au serveur",
            AnswerText::PrintNow => "Affichez maintenant les certificats eux-mêmes",
            AnswerText::NoCertificate => "Aucun certificat dans ce texte.",
            AnswerText::WasPrivateKey => {
                "C’était une clé privée. Elle a été supprimée immédiatement et n’a pas quitté votre navigateur. Si vous l’avez collée ailleurs, remplacez-la."
            }
            AnswerText::NothingLeaves => "Rien de ce que vous collez ne quitte cet onglet.",
            AnswerText::Documentation => "Documentation",
            AnswerText::Privacy => "Confidentialité",
            AnswerText::Report => "Rapport",
            AnswerText::Close => "Fermer",
        }
    }

    fn phrase(&self, phrase: &AnswerPhrase<'_>) -> String {
        match phrase {
            AnswerPhrase::ValidFor { days, hostname: None } => say!("Valable encore {0}.", self.span(*days)),
            AnswerPhrase::ValidFor {
                days,
                hostname: Some(name),
            } => {
                say!("Valable pour « {0} » encore {1}.", shown(name), self.span(*days))
            }
            AnswerPhrase::Also(clause) => say!("De plus : {0}.", clause),
            AnswerPhrase::Warning(clause) => say!("Avertissement : {0}.", clause),
            AnswerPhrase::NotCompleted(clause) => say!("Une vérification n’a pas pu être terminée : {0}.", clause),
            AnswerPhrase::AndMore(1) => "et 1 autre".to_owned(),
            AnswerPhrase::AndMore(more) => say!("et {0} autres", self.number(whole(*more))),
            AnswerPhrase::Now(moment) => say!("maintenant : {0}", self.date(*moment)),
            AnswerPhrase::AsOf(moment) => say!("au {0}", self.date(*moment)),
            AnswerPhrase::Key { algorithm, size } => say!("{0} {1}", shown(algorithm), shown(size)),
            AnswerPhrase::Until { not_after, days } => match (*days, span(days.saturating_abs())) {
                (..0, _) => say!(
                    "jusqu’au {0}, il y a {1}",
                    self.date(*not_after),
                    self.span(days.saturating_neg())
                ),
                (_, Span::Years(_)) => say!("jusqu’en {0}", year(*not_after)),
                _ => say!(
                    "jusqu’au {0}, {1}",
                    self.date(*not_after),
                    self.phrase(&AnswerPhrase::TimeLeft(*days))
                ),
            },
            AnswerPhrase::From(moment) => say!("à partir du {0}", self.date(*moment)),
            AnswerPhrase::TimeLeft(days) => match days {
                0 | 1 => say!("{0} restant", self.span(*days)),
                _ => say!("{0} restants", self.span(*days)),
            },
            AnswerPhrase::MoreNames(1) => "et 1 autre".to_owned(),
            AnswerPhrase::MoreNames(more) => say!("et {0} autres", self.number(whole(*more))),
            AnswerPhrase::Outside(number) => say!("Envoyés, mais hors de la chaîne ({0})", self.number(whole(*number))),
            AnswerPhrase::MoreInChain(number) => count(whole(*number), "autre certificat", "autres certificats"),
            AnswerPhrase::CopyOf(place) => say!("copie du n° {0}", place.to_string()),
            AnswerPhrase::RootListed(name) => say!("La racine « {0} » est sur la liste", named(self, name)),
            AnswerPhrase::RootNotListed(name) => say!("La racine « {0} » est absente de la liste", named(self, name)),
            AnswerPhrase::WasNotSent(name) => say!("« {0} » n’a pas été envoyé", named(self, name)),
            AnswerPhrase::KeyBits { bits, most: true } => say!("{0} bits, le maximum", bits.to_string()),
            AnswerPhrase::KeyBits { bits, most: false } => say!("{0} bits", bits.to_string()),
            AnswerPhrase::Colours(scheme) => say!("Couleurs : {0}", scheme),
            AnswerPhrase::Line(number) => say!("ligne {0}", self.number(whole(*number))),
        }
    }

    fn instruction(&self, instruction: &Instruction<'_>) -> String {
        match instruction {
            Instruction::InstallMissing => "Installez ce fichier sur le serveur à la place de l’actuel : votre certificat, puis l’intermédiaire manquant.".to_owned(),
            Instruction::InstallReordered => "Installez ce fichier sur le serveur à la place de l’actuel : les mêmes certificats, dans le bon ordre.".to_owned(),
            Instruction::InstallRepaired => "Installez ce fichier sur le serveur à la place de l’actuel : votre certificat, puis les bons intermédiaires.".to_owned(),
            Instruction::InstallWithRoot => "Installez ce fichier sur le serveur à la place de l’actuel : votre certificat, ses intermédiaires et la racine.".to_owned(),
            Instruction::Wait(moment) => say!("Attendez le {0} ou installez un certificat déjà valide.", self.date(*moment)),
            Instruction::NewCertificate(needs) => self.new_certificate(needs),
            Instruction::Configure(Some(host)) => say!("Le serveur a envoyé son certificat par défaut. Configurez celui de « {0} », y compris pour les clients qui n’envoient pas de nom de serveur (SNI).", shown(host)),
            Instruction::Configure(None) => "Le serveur a envoyé son certificat par défaut. Configurez celui de votre hôte, y compris pour les clients qui n’envoient pas de nom de serveur (SNI).".to_owned(),
            Instruction::CallsStillFail => "Les appels échouent encore ? Alors API Gateway reçoit une autre chaîne : lancez la commande depuis un autre réseau.".to_owned(),
            Instruction::HostNotChecked => "Le nom d’hôte n’a pas été vérifié.".to_owned(),
            Instruction::ReplaceNow(label) => say!("Remplacez ce certificat immédiatement : la clé privée de « {0} » est publique.", named(self, label)),
            Instruction::OtherCa(releases) => say!("Obtenez un certificat d’une autre AC. AWS liste cette racine, mais certaines versions de Java la refusent ({0}), et AWS ne publie pas la version qu’utilise API Gateway.", self.list(releases)),
            Instruction::SeeMessage => "Lisez le message de Java dans la ligne de journal ci-dessous.".to_owned(),
        }
    }
}
