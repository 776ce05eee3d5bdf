//! French: the command.

use super::{CliPhrase, CliText, CommandWords, FileTrouble, numbers};
use crate::i18n::format::{capitalised, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::French;

impl CommandWords for French {
    fn text(&self, text: CliText) -> &'static str {
        match text {
            CliText::About => {
                "Dit pourquoi API Gateway répond « General SSLEngine problem » : juge la chaîne de certificats d’un serveur selon les quatre exigences d’AWS, et dit ce que ferait le client TLS de Java. Rien n’est envoyé nulle part."
            }
            CliText::HeadingUsage => "Utilisation :",
            CliText::HeadingInput => "Entrée ",
            CliText::HeadingQuestion => "Ce qui est demandé ",
            CliText::HeadingOutput => "Sortie ",
            CliText::HeadingOther => "Autres ",
            CliText::After => {
                "Exemples :
  openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts </dev/null | sslengine-doctor --host HÔTE
  sslengine-doctor chain.pem --repair fullchain.pem
  sslengine-doctor --format jsonl serveurs/ | jq -r 'select(.report.verdict != \"pass\").name'

Code de retour : 0 tout est accepté ; 1 il y a des refus ; 2 utilisation incorrecte, ou entrée illisible.
Avec --repair, c’est celui de la chaîne réparée."
            }
            CliText::ValueInput => "ENTRÉE",
            CliText::ValueHost => "HÔTE",
            CliText::ValueTime => "MOMENT",
            CliText::ValuePassword => "MOT_DE_PASSE",
            CliText::ValueFile => "FICHIER",
            CliText::ValueFormat => "FORMAT",
            CliText::ValueLanguage => "LANGUE",
            CliText::ValueQuery => "TEXTE",
            CliText::ValueOut => "SORTIE",
            CliText::ValueShell => "SHELL",
            CliText::ValueWhen => "QUAND",
            CliText::ArgInput => {
                "Fichiers ou dossiers contenant des certificats sous toute forme : PEM, DER, PKCS#7, PKCS#12, magasins de clés Java, ZIP, sortie d’openssl s_client ; - ou rien pour l’entrée standard. Chacun de plusieurs fichiers est jugé séparément"
            }
            CliText::ArgHost => "Le nom d’hôte pour lequel le certificat doit être valable",
            CliText::ArgAt => {
                "Le moment pour lequel juger, comme 2026-11-23 ou 2026-11-23T07:00:00Z ; sinon maintenant"
            }
            CliText::ArgSkipVerification => "Juger comme avec tlsConfig.insecureSkipVerification",
            CliText::ArgPassword => {
                "Un mot de passe à essayer sur les magasins de clés ; peut être répété. D’autres utilisateurs de cette machine peuvent le voir : préférez --password-file"
            }
            CliText::ArgPasswordFile => "Un fichier de mots de passe à essayer sur les magasins de clés, un par ligne",
            CliText::ArgList => {
                "Une édition plus récente de la liste d’AWS des autorités prises en charge, enregistrée comme texte, selon laquelle juger"
            }
            CliText::ArgEach => {
                "Juger chaque serveur de chaque entrée : une chaîne va d’un certificat de serveur au suivant"
            }
            CliText::ArgTogether => {
                "Lire tous les fichiers comme une seule entrée, par exemple un certificat et sa chaîne"
            }
            CliText::ArgLines => {
                "Lire des lignes JSON sur l’entrée standard, des objets avec « pem » et au besoin « id » et « host » ; répondre à chacune par une ligne avec « id », « report » et « error »"
            }
            CliText::ArgFormat => "text, json, jsonl (une ligne par serveur) ou markdown ; sinon text",
            CliText::ArgFull => "Le texte entier pour chaque serveur, même s’il y en a plusieurs",
            CliText::ArgLang => "en, fr ou es ; sinon celle de LC_ALL, LC_MESSAGES ou LANG",
            CliText::ArgColor => {
                "auto, always (toujours) ou never (jamais) ; sinon auto : sur un terminal, et non avec NO_COLOR"
            }
            CliText::ArgRepair => {
                "Écrire la chaîne réparée dans ce fichier, - pour la sortie standard : dans l’ordre, avec ce qui manquait"
            }
            CliText::ArgForce => "Avec --repair : écraser le fichier",
            CliText::ArgListCas => {
                "Lister les autorités prises en charge ; avec TEXTE celles dont le nom, l’alias ou l’empreinte le contient"
            }
            CliText::ArgCompletions => "Afficher la complétion pour bash, elvish, fish, powershell ou zsh",
            CliText::ArgHelp => "Afficher cette aide",
            CliText::ArgVersion => "Afficher la version et l’édition de la liste",
            CliText::Error => "erreur : ",
            CliText::Warning => "attention : ",
            CliText::SeeHelp => "sslengine-doctor --help dit ce qu’il y a.",
            CliText::StandardInput => "l’entrée standard",
            CliText::WaitingForInput => {
                "Lecture de l’entrée standard : collez les certificats, puis terminez par Ctrl-D (Windows : Ctrl-Z et Entrée)."
            }
            CliText::RepairTakesOne => "--repair ne prend qu’un serveur. Donnez un seul fichier, sans --each.",
            CliText::RepairNotWritten => "La chaîne réparée n’a pas été écrite : il n’y en a pas.",
            CliText::ForceNeedsRepair => "--force va avec --repair.",
            CliText::BadTime => {
                "--at prend une date ou un moment sous la forme RFC 3339, comme 2026-11-23 ou 2026-11-23T07:00:00Z."
            }
            CliText::NoFiles => "Il n’y a pas de certificat de serveur dans le dossier.",
        }
    }

    fn phrase(&self, phrase: &CliPhrase<'_>) -> String {
        match phrase {
            CliPhrase::UnknownArgument { argument, similar } => match similar {
                Some(similar) => say!(
                    "L’argument {0} n’existe pas. Vouliez-vous dire {1} ?",
                    shown(argument),
                    shown(similar)
                ),
                None => say!("L’argument {0} n’existe pas.", shown(argument)),
            },
            CliPhrase::MissingValue(argument) => say!("Il manque une valeur à {0}.", shown(argument)),
            CliPhrase::BadValue {
                argument,
                value,
                possible,
            } => {
                if possible.is_empty() {
                    say!("{0} ne prend pas « {1} ».", shown(argument), shown(value))
                } else {
                    say!(
                        "{0} ne prend pas « {1} », mais {2}.",
                        shown(argument),
                        shown(value),
                        listed(possible, " ou ")
                    )
                }
            }
            CliPhrase::Conflict { argument, with } => say!("{0} et {1} s’excluent.", shown(argument), shown(with)),
            CliPhrase::Twice(argument) => say!("{0} ne peut être donné qu’une fois.", shown(argument)),
            CliPhrase::Unreadable { name, why } => say!("Impossible de lire {0} : {1}.", shown(name), trouble(why)),
            CliPhrase::Unwritable { name, why } => say!("Impossible d’écrire {0} : {1}.", shown(name), trouble(why)),
            CliPhrase::TooManyFiles { name, max } => say!(
                "Du dossier {0}, seuls les {1} premiers fichiers ont été lus.",
                shown(name),
                self.number(whole(*max))
            ),
            CliPhrase::PassedOver(1) => "1 fichier sans certificat de serveur a été ignoré.".to_owned(),
            CliPhrase::PassedOver(count) => say!(
                "{0} fichiers sans certificat de serveur ont été ignorés.",
                self.number(whole(*count))
            ),
            CliPhrase::PrivateKey(name) => say!(
                "Il y a une clé privée dans {0}. Elle a été ignorée : aucune vérification n’en a besoin, et rien n’en figure dans la réponse. Si d’autres peuvent lire cette entrée, remplacez la clé.",
                shown(name)
            ),
            CliPhrase::BadLine(number) => say!(
                "{0} n’est pas un objet JSON avec la chaîne en texte dans « pem ».",
                capitalised(&self.phrase(&CliPhrase::Line(*number)))
            ),
            CliPhrase::Line(number) => say!("la ligne {0}", self.number(whole(*number))),
            CliPhrase::BadList(name) => say!(
                "Aucune entrée de la liste d’AWS n’a pu être lue dans {0}. Une entrée a un alias, son SHA-1 et son SHA-256.",
                shown(name)
            ),
            CliPhrase::ListProblems { name, lines } => say!(
                "La liste dans {0} n’a pas pu être lue entièrement : voyez {1} {2}.",
                shown(name),
                if lines.len() == 1 { "la ligne" } else { "les lignes" },
                numbers(lines, " et ")
            ),
            CliPhrase::RepairWritten(name) => say!("La chaîne réparée se trouve dans {0}.", shown(name)),
            CliPhrase::Passed { passed, of } => say!(
                "Acceptés : {0} sur {1}.",
                self.number(whole(*passed)),
                self.number(whole(*of))
            ),
            CliPhrase::More(count) => say!("et {0} de plus", self.number(whole(*count))),
        }
    }
}

fn trouble(why: &FileTrouble) -> String {
    match why {
        FileTrouble::NotFound => "il n’existe pas".to_owned(),
        FileTrouble::Denied => "accès refusé".to_owned(),
        FileTrouble::IsFolder => "c’est un dossier".to_owned(),
        FileTrouble::Exists => "il existe déjà (--force l’écrase)".to_owned(),
        FileTrouble::Other(words) => shown(words.trim_end_matches('.')),
    }
}
