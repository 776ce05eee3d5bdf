//! French: the command.

use super::{CliPhrase, CliText, CommandWords, FileTrouble, numbers, reasons};
use crate::i18n::format::{listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count};

impl CommandWords for French {
    fn text(&self, text: CliText) -> &'static str {
        match text {
            CliText::About => {
                "Explique l’erreur « General SSLEngine problem » d’API Gateway : vérifie la chaîne de certificats d’un serveur selon les quatre exigences d’AWS, et indique ce que ferait le client TLS de Java. N’utilise le réseau qu’avec --connect."
            }
            CliText::HeadingUsage => "Utilisation :",
            CliText::HeadingInput => "Entrée ",
            CliText::HeadingConnection => "Connexion ",
            CliText::HeadingChecks => "Vérifications ",
            CliText::HeadingOutput => "Sortie ",
            CliText::HeadingRepair => "Réparation ",
            CliText::HeadingOther => "Autres ",
            CliText::After => {
                "Exemples :
  openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts </dev/null |
    sslengine-doctor --host HÔTE
  sslengine-doctor chain.pem --repair fullchain.pem
  sslengine-doctor --format jsonl serveurs/ |
    jq -r 'select(.report.verdict != \"pass\").name'

Code de sortie :
  0  toutes les chaînes sont acceptées
  1  une chaîne est refusée ou hors des limites d’AWS, --fail-on ou
     --expires-within en fait un échec, ou --list-cas ne trouve aucune AC
  2  utilisation incorrecte, entrée illisible, ou serveur injoignable
  3  aucune chaîne n’est refusée, mais pour l’une la réponse est inconnue
Avec --repair, le code de sortie est celui de la chaîne réparée."
            }
            CliText::ValueOption => "OPTION",
            CliText::ValueInput => "ENTRÉE",
            CliText::ValueHost => "HÔTE",
            CliText::ValueTime => "DATE",
            CliText::ValuePassword => "MOT_DE_PASSE",
            CliText::ValueFile => "FICHIER",
            CliText::ValueFormat => "FORMAT",
            CliText::ValueLanguage => "LANGUE",
            CliText::ValueQuery => "TEXTE",
            CliText::ValueOut => "FICHIER",
            CliText::ValueShell => "SHELL",
            CliText::ValueWhen => "QUAND",
            CliText::ValueServer => "HÔTE[:PORT]",
            CliText::ValueAddress => "ADRESSE",
            CliText::ValueProxy => "URL",
            CliText::ValueSeconds => "SECONDES",
            CliText::ArgInput => {
                "Fichiers ou dossiers contenant des certificats sous toute forme : PEM, DER, PKCS#7, PKCS#12, keystores Java, ZIP, sortie d’openssl s_client. Sans ENTRÉE, ou si c’est -, l’entrée standard est lue. Chaque fichier est vérifié séparément"
            }
            CliText::ArgHost => "Vérifier que le certificat est valide pour ce nom d’hôte",
            CliText::ArgAt => {
                "Vérifier pour cette date ou cette heure, comme 2026-11-23 ou 2026-11-23T07:00:00Z (par défaut : maintenant)"
            }
            CliText::ArgSkipVerification => "Vérifier comme si tlsConfig.insecureSkipVerification était activé",
            CliText::ArgPassword => {
                "Mot de passe à essayer sur les keystores ; peut être répété. D’autres utilisateurs de cette machine peuvent le voir : préférez --password-file"
            }
            CliText::ArgPasswordFile => {
                "Fichier de mots de passe à essayer sur les keystores, un par ligne ; peut être répété"
            }
            CliText::ValueClient => "CLIENT",
            CliText::ArgClient => {
                "Vérifier pour ce client au lieu d’API Gateway : un identifiant de --list-clients. Plusieurs fois : les comparer"
            }
            CliText::ArgTrustStore => {
                "Vérifier avec ce truststore d’un client Java : JKS, PKCS#12, cacerts, PEM ou la sortie de « keytool -list -rfc »"
            }
            CliText::ArgCompare => {
                "Montrer aussi la réponse d’autres clients ; avec --repair, écrire la chaîne que le plus de clients acceptent"
            }
            CliText::ArgListClients => {
                "Lister les clients : API Gateway et les clients Java, par version et par truststore"
            }
            CliText::ListNeedsApiGateway => "--list exige API Gateway comme client",
            CliText::TruststoreNeeded => "le client « truststore » exige --trust-store",
            CliText::ArgList => {
                "Utiliser cette version plus récente de la liste d’AWS des AC prises en charge, enregistrée en texte"
            }
            CliText::ArgEach => {
                "Vérifier chaque serveur de chaque entrée : chaque certificat de serveur commence une nouvelle chaîne"
            }
            CliText::ArgTogether => {
                "Lire tous les fichiers comme une seule entrée, par exemple un certificat et sa chaîne"
            }
            CliText::ArgLines => {
                "Lire des lignes JSON sur l’entrée standard : des objets avec « pem » et, en option, « id » et « host ». Pour chaque ligne, afficher une ligne avec « id », « report » et « error »"
            }
            CliText::ArgFormat => {
                "text, json, jsonl (une ligne par serveur), markdown, junit, sarif, ou avec --connect pem : la chaîne envoyée, son hôte et les différences, à coller dans la page (par défaut : text)"
            }
            CliText::ArgFull => "Afficher le texte complet de chaque serveur, même s’il y en a plusieurs",
            CliText::ArgLang => "en, fr ou es (par défaut : selon LC_ALL, LC_MESSAGES ou LANG)",
            CliText::ArgColor => {
                "auto, always (toujours) ou never (jamais) (par défaut : auto, dans un terminal sauf si NO_COLOR est défini)"
            }
            CliText::ArgRepair => {
                "Écrire la chaîne réparée, dans l’ordre et avec les certificats manquants, dans ce fichier (- : sortie standard)"
            }
            CliText::ArgForce => "Avec --repair et --write-truststore : écraser un fichier existant",
            CliText::ArgWriteTruststore => {
                "Écrire la racine de la chaîne dans ce fichier, comme truststore pour Java (PKCS#12, mot de passe « changeit »), et afficher comment l’utiliser"
            }
            CliText::WriteTruststoreTakesOne => {
                "--write-truststore exige une seule entrée : un fichier ou l’entrée standard"
            }
            CliText::TruststoreWithoutRoot => {
                "le truststore n’a pas été écrit, car la chaîne ne contient pas sa racine ; demandez-la à l’exploitant de l’AC et ajoutez-la à l’entrée"
            }
            CliText::ArgListCas => {
                "Lister les AC prises en charge ; avec TEXTE, celles dont le nom ou l’alias le contient, ou dont l’empreinte commence par lui"
            }
            CliText::ArgCompletions => "Afficher la complétion pour bash, elvish, fish, powershell ou zsh",
            CliText::ArgHelp => "Afficher cette aide",
            CliText::ArgVersion => "Afficher la version et la date de la liste des AC",
            CliText::ArgConnect => {
                "Se connecter à ce serveur, prendre la chaîne qu’il envoie, et la comparer sans SNI, avec TLS 1.2 et 1.3 seulement, et à chaque adresse de l’hôte ; répétable. Seule la négociation TLS est envoyée. Le port est 443 par défaut ; STARTTLS n’est pas pris en charge"
            }
            CliText::ArgConnectList => {
                "Se connecter à chaque serveur de ce fichier, un HÔTE[:PORT] par ligne (- : entrée standard)"
            }
            CliText::ArgServerName => "Envoyer ce nom de serveur (SNI) et le vérifier, au lieu de l’hôte",
            CliText::ArgAddress => "Se connecter à cette adresse IP au lieu de celles de l’hôte",
            CliText::ArgProxy => {
                "Passer par ce proxy HTTP (par défaut : https_proxy, all_proxy et no_proxy de l’environnement, comme curl)"
            }
            CliText::ArgTimeout => "Durée maximale de chaque négociation et de chaque téléchargement (par défaut : 10)",
            CliText::ArgFetchMissing => {
                "Télécharger les certificats manquants depuis les adresses indiquées par la chaîne (http seulement, 6 fichiers de 64 ko au plus), et dire ce qu’ils changent. Le verdict reste celui de la chaîne envoyée"
            }
            CliText::ArgClientCertificate => {
                "Vérifier un certificat client qu’une étape d’API REST envoie au backend, selon les règles de ceux-ci"
            }
            CliText::ArgFailOn => {
                "Avec inconclusive, un verdict non concluant est un échec avec le code de sortie 1 ; avec warning, une exigence respectée avec avertissement aussi, ainsi qu’un serveur qui envoie une autre chaîne sans SNI ou à une autre adresse"
            }
            CliText::ArgExpiresWithin => {
                "Échouer avec le code de sortie 1 si un certificat de la chaîne expire dans ce nombre de jours"
            }
            CliText::ArgMan => "Afficher la page de manuel (roff)",
            CliText::ValueDays => "JOURS",
            CliText::ValueLevel => "NIVEAU",
            CliText::PemNeedsConnect => "--format pem demande --connect ou --connect-list",
            CliText::Warning => "avertissement : ",
            CliText::SeeHelp => "Voir sslengine-doctor --help.",
            CliText::StandardInput => "entrée standard",
            CliText::WaitingForInput => {
                "Lecture de l’entrée standard : collez les certificats, puis appuyez sur Ctrl-D (Windows : Ctrl-Z et Entrée)."
            }
            CliText::RepairTakesOne => "--repair exige un seul serveur : indiquez un seul fichier, sans --each",
            CliText::RepairNotWritten => "La chaîne n’a pas pu être réparée : rien n’a été écrit.",
            CliText::ForceNeedsRepair => "--force exige --repair ou --write-truststore",
            CliText::BadTime => {
                "--at exige une date ou une heure au format RFC 3339, comme 2026-11-23 ou 2026-11-23T07:00:00Z"
            }
            CliText::NoFiles => "aucun certificat de serveur trouvé dans le dossier",
            CliText::NoServers => "la liste ne contient aucun serveur",
            CliText::RepairTakesOneServer => "--repair demande un seul serveur : donnez un seul --connect",
            CliText::NeedsConnect => {
                "--server-name, --address, --proxy, --timeout et --fetch-missing demandent --connect ou --connect-list"
            }
        }
    }

    fn phrase(&self, phrase: &CliPhrase<'_>) -> String {
        match phrase {
            CliPhrase::UnknownArgument { argument, similar } => match similar {
                Some(similar) => say!(
                    "option inconnue {0} ; vouliez-vous dire {1} ?",
                    shown(argument),
                    shown(similar)
                ),
                None => say!("option inconnue {0}", shown(argument)),
            },
            CliPhrase::MissingValue(argument) => say!("{0} exige une valeur", shown(argument)),
            CliPhrase::BadValue {
                argument,
                value,
                possible,
            } => {
                if possible.is_empty() {
                    say!("{0} n’accepte pas la valeur « {1} »", shown(argument), shown(value))
                } else {
                    say!(
                        "valeur « {0} » incorrecte pour {1} ; utilisez {2}",
                        shown(value),
                        shown(argument),
                        listed(possible, " ou ")
                    )
                }
            }
            CliPhrase::Conflict { argument, with } => {
                say!("{0} ne peut pas être utilisé avec {1}", shown(argument), shown(with))
            }
            CliPhrase::Twice(argument) => say!("{0} ne peut être indiqué qu’une fois", shown(argument)),
            CliPhrase::BadServer(text) => say!(
                "« {0} » n’est pas un serveur ; écrivez HÔTE ou HÔTE:PORT, par exemple api.example.com:8443 ou [::1]:443",
                shown(text)
            ),
            CliPhrase::BadServerLine { line, text } => say!(
                "la ligne {0} de la liste, « {1} », n’est pas un serveur ; écrivez HÔTE ou HÔTE:PORT",
                self.number(whole(*line)),
                shown(text)
            ),
            CliPhrase::CannotConnect(command) => say!(
                "le paquet npm ne peut pas se connecter à un serveur. Installez la commande native, ou lancez : {0} | sslengine-doctor",
                shown(command)
            ),
            CliPhrase::Unreadable { name, why } => say!("impossible de lire « {0} » : {1}", shown(name), trouble(why)),
            CliPhrase::Unwritable { name, why } => say!("impossible d’écrire « {0} » : {1}", shown(name), trouble(why)),
            CliPhrase::TooManyFiles { name, max } => say!(
                "seuls les {0} premiers fichiers de « {1} » ont été lus",
                self.number(whole(*max)),
                shown(name)
            ),
            CliPhrase::SkippedFiles(1) => "1 fichier sans certificat de serveur ignoré.".to_owned(),
            CliPhrase::SkippedFiles(count) => say!(
                "{0} fichiers sans certificat de serveur ignorés.",
                self.number(whole(*count))
            ),
            CliPhrase::PrivateKey(name) => say!(
                "{0} : clé privée ignorée. Aucune vérification n’en a besoin, et la sortie ne la contient pas. Si d’autres personnes peuvent lire cette entrée, remplacez la clé",
                shown(name)
            ),
            CliPhrase::BadLine(number) => say!(
                "La ligne {0} n’est pas un objet JSON avec la chaîne en texte dans « pem ».",
                self.number(whole(*number))
            ),
            CliPhrase::Line(number) => say!("ligne {0}", self.number(whole(*number))),
            CliPhrase::BadList(name) => say!(
                "« {0} » ne contient aucune entrée lisible de la liste d’AWS ; une entrée a un alias, son SHA-1 et son SHA-256",
                shown(name)
            ),
            CliPhrase::ListProblems { name, lines } => say!(
                "impossible de lire {0} {1} de la liste dans « {2} »",
                if lines.len() == 1 { "la ligne" } else { "les lignes" },
                numbers(lines, " et "),
                shown(name)
            ),
            CliPhrase::NothingTrusted { name, certificates } => say!(
                "« {0} » n’a aucun certificat auquel Java ferait confiance ({1} sans confiance)\u{202f}; importez-en un avec keytool -importcert, ou utilisez openssl pkcs12 -jdktrust anyExtendedKeyUsage",
                shown(name),
                count(i64::from(*certificates), "certificat", "certificats")
            ),
            CliPhrase::TruststorePassword { name, tried: true } => say!(
                "aucun des mots de passe fournis n’ouvre « {0} » ; donnez le bon avec --password ou --password-file",
                shown(name)
            ),
            CliPhrase::TruststorePassword { name, tried: false } => say!(
                "« {0} » exige son mot de passe ; donnez-le avec --password ou --password-file (celui de Java est en général changeit)",
                shown(name)
            ),
            CliPhrase::NoTruststore(name) => say!(
                "« {0} » ne contient aucun certificat ; --trust-store lit les keystores JKS et PKCS#12, les fichiers cacerts, les certificats PEM ou DER et la sortie de keytool -list -rfc",
                shown(name)
            ),
            CliPhrase::TruststoreWritten(name) => say!(
                "Racine de la chaîne écrite dans « {0} » : PKCS#12, alias backend-ca, mot de passe changeit, sans clé privée. Les lignes ci-dessous l’appellent truststore.p12 ; ca.pem est le même certificat en PEM.",
                shown(name)
            ),
            CliPhrase::TruststoreIgnored { name, ignored } => say!(
                "Java ne fait pas confiance à ces certificats de « {0} » : {1}",
                shown(name),
                reasons(self, ignored, " ; ")
            ),
            CliPhrase::RepairWritten(name) => say!("Chaîne réparée écrite dans « {0} ».", shown(name)),
            CliPhrase::Passed { passed, of } => say!(
                "Acceptés : {0} sur {1}.",
                self.number(whole(*passed)),
                self.number(whole(*of))
            ),
            CliPhrase::ExpiresWithin { label, days, within } => say!(
                "«\u{a0}{0}\u{a0}» expire dans {1}\u{202f}; --expires-within exige au moins {2}",
                shown(label),
                self.days(*days),
                self.days(*within)
            ),
            CliPhrase::MetWithWarning(rule) => say!(
                "{0}\u{a0}: respectée avec avertissement, ce que --fail-on traite comme un échec",
                *rule
            ),
            CliPhrase::More(count) => say!("et {0} de plus", self.number(whole(*count))),
        }
    }
}

fn trouble(why: &FileTrouble) -> String {
    match why {
        FileTrouble::NotFound => "Aucun fichier ou dossier de ce nom".to_owned(),
        FileTrouble::Denied => "Permission refusée".to_owned(),
        FileTrouble::IsFolder => "Est un dossier".to_owned(),
        FileTrouble::Exists => "Le fichier existe (--force l’écrase)".to_owned(),
        FileTrouble::Other(words) => shown(words.trim_end_matches('.')),
    }
}
