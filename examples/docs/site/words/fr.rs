//! French: the pages of the findings.

use sslengine_doctor::report::Detail;

use super::{Explanation, words};

/// The texts for a finding's code. A code without texts does not compile.
#[rustfmt::skip]
pub fn french(detail: &Detail) -> Explanation {
    match detail {
        // ---- supported-ca
        Detail::AnchorListed { .. } => words(
            "La chaîne aboutit à une racine prise en charge",
            "Le dernier certificat de la chaîne est une racine de la liste d’AWS ou a été émis par l’une d’elles. Son nom et sa clé sont ceux de la liste, et la signature a été vérifiée avec cette clé.",
            "L’exigence 1 le demande. API Gateway a sa propre copie de la racine ; le serveur n’a pas à l’envoyer.",
            "Rien.",
        ),
        Detail::AnchorReissued { .. } => words(
            "Une racine prise en charge, réémise ou signée par une autre AC",
            "Un certificat de la chaîne a le nom et la clé d’une racine de la liste, mais une autre empreinte. C’est une version réémise, ou une version signée par une autre AC.",
            "Java compare le nom et la clé, et non l’empreinte ; il accepte donc ce certificat comme racine et arrête la chaîne là. Si vous comparez les empreintes à la main, comme le montre l’article d’AWS, vous ne le trouvez pas dans la liste.",
            "Rien. La chaîne convient telle quelle.",
        ),
        Detail::ListedByFingerprint { .. } => words(
            "Dans la liste par sa seule empreinte",
            "La liste contient l’empreinte de ce certificat, mais on n’en connaît rien d’autre. L’entrée vient d’une liste collée, ou c’est l’un des douze certificats de la liste qui ne sont pas publics.",
            "Un tel certificat compte comme pris en charge. Une chaîne qui s’arrête juste en dessous ne peut pas être reconnue, car son nom et sa clé ne sont pas dans les données de cet outil.",
            "Rien, si le certificat lui-même fait partie de ce que vous collez. Si vous collez votre propre liste, collez le certificat de l’AC avec la chaîne.",
        ),
        Detail::RootNotListed { .. } => words(
            "Une racine absente de la liste d’AWS",
            "La chaîne est complète, mais API Gateway ne prend pas en charge la racine à laquelle elle aboutit.",
            "API Gateway ne fait confiance qu’à sa propre liste, quelles que soient les AC acceptées par les navigateurs ou votre système. Une AC privée, ou une racine publique plus récente que la liste, met fin à la négociation TLS.",
            "Obtenez un certificat d’une AC de la liste, comme Let’s Encrypt ou Amazon (ACM). Si l’AC est publique, demandez-lui une version de son certificat signée par une racine plus ancienne, et faites-la aussi envoyer par le serveur. Pour une AC privée, une API REST peut activer `insecureSkipVerification`. La liste a pu s’allonger depuis : cherchez l’empreinte sur la page d’AWS.",
        ),
        Detail::SelfSignedLeaf { .. } => words(
            "Un certificat du serveur auto-signé",
            "Le certificat du serveur est son propre émetteur. Aucune AC ne l’a émis.",
            "Son empreinte n’est pas dans la liste d’AWS, et vous ne pouvez pas l’y ajouter : API Gateway n’a pas de truststore à vous pour les serveurs. Beaucoup de produits présentent un tel certificat tant qu’un vrai n’est pas configuré.",
            "Installez un certificat d’une AC de la liste. Si un répartiteur de charge est devant le serveur, un certificat d’ACM sur son écouteur suffit.",
        ),
        Detail::IssuerNotListed { .. } => words(
            "L’émetteur est absent de la liste d’AWS",
            "Le dernier certificat de la chaîne nomme un émetteur absent de la liste. Aucun des 1 408 certificats intermédiaires publics que connaît cet outil ne relie cet émetteur à une racine de la liste.",
            "Sans chemin vers une racine de la liste, API Gateway refuse la chaîne. On ne connaît aucun certificat à y ajouter pour la compléter.",
            "S’il s’agit d’une AC privée, voyez `root-not-listed`. Si elle est publique, elle est peut-être plus récente que les données de cet outil : envoyez toute sa chaîne, avec les versions signées par d’autres AC qu’elle propose, et recommencez.",
        ),
        Detail::IssuerUnknown { .. } => words(
            "Pas assez de certificats pour déterminer l’AC",
            "Seul le certificat du serveur a été fourni, et son émetteur est inconnu.",
            "L’exigence 1 porte sur la racine. Avec un émetteur inconnu, il est impossible de déterminer à quelle racine la chaîne aboutirait.",
            "Collez tout ce que le serveur envoie : `openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null`. Si le serveur n’envoie rien d’autre, la chaîne est incomplète : voyez `issuer-missing`.",
        ),
        Detail::SupportedOnceSent { .. } => words(
            "Respectée une fois envoyé le certificat intermédiaire",
            "L’émetteur manquant est une AC intermédiaire publique que connaît cet outil, et elle mène à une racine de la liste d’AWS.",
            "Le problème n’est pas l’AC, mais la chaîne incomplète. Java ne télécharge rien ; API Gateway ne peut donc pas atteindre la racine tant que le serveur n’envoie pas le certificat intermédiaire.",
            "Ajoutez le certificat intermédiaire. La page propose la chaîne réparée.",
        ),
        Detail::AnchorKeyMismatch { .. } => words(
            "Le nom d’une racine de la liste, mais pas sa clé",
            "L’émetteur a le nom d’une racine de la liste, mais la signature n’a pas été faite avec la clé de cette racine.",
            "C’est la clé qui décide, pas le nom. Soit l’AC a une racine plus récente du même nom, soit quelqu’un a créé une AC qui porte ce nom. API Gateway refuse les deux.",
            "Vérifiez d’où vient le certificat. Si l’AC a changé de clé, demandez-lui une chaîne vers une racine de la liste.",
        ),
        Detail::DefaultCertificate { .. } => words(
            "Le certificat par défaut d’un produit",
            "Un produit a créé ce certificat en attendant qu’un vrai soit configuré, ou pour un autre usage. Exemples : le faux certificat d’un contrôleur d’entrée, `localhost`, le certificat d’un panneau d’administration, un proxy qui inspecte TLS, le certificat d’origine d’un CDN, un environnement de test.",
            "Le serveur n’a pas de certificat pour l’hôte demandé, ou aucun hôte n’a été demandé. Cela arrive quand le client n’envoie pas de nom de serveur (SNI), ou quand la requête atteint une autre machine que prévu.",
            "Configurez le certificat de l’hôte qu’API Gateway appelle, et faites-en aussi le certificat par défaut. Comparez la sortie de `openssl s_client` avec `-servername HOST` et avec `-noservername`.",
        ),
        Detail::ListWaived { .. } => words(
            "La liste n’est pas vérifiée",
            "L’option `insecureSkipVerification` est activée : API Gateway ne vérifie donc pas que l’AC est dans sa liste.",
            "AWS propose cette option pour les API REST avec des intégrations HTTP et proxy HTTP, et ne la recommande pas : toute personne qui peut détourner le trafic peut se faire passer pour le serveur. API Gateway vérifie encore les dates, le nom d’hôte et la présence d’une racine dans la chaîne.",
            "Préférez un certificat d’une AC de la liste. Si vous avez besoin de l’option, faites envoyer la racine par le serveur.",
        ),
        Detail::RootNotSent { .. } => words(
            "La racine doit être envoyée, mais elle manque",
            "Avec `insecureSkipVerification`, la chaîne que le serveur envoie doit contenir la racine. Ici, le dernier certificat n’est pas une racine.",
            "Aucune racine de la liste d’AWS n’a émis la chaîne ; elle doit donc aboutir à une racine envoyée par le serveur. AWS parle de la présence d’une autorité de certification racine.",
            "Ajoutez à la chaîne du serveur les certificats qui suivent le dernier, jusqu’à la racine auto-signée.",
        ),
        Detail::ListedRootNotSent { .. } => words(
            "La racine figure dans la liste d’AWS, mais n’a pas été envoyée",
            "`insecureSkipVerification` est activé, et la chaîne aboutit à une racine de la liste d’AWS que le serveur n’envoie pas.",
            "D’après la documentation d’AWS, API Gateway vérifie alors la présence d’une autorité de certification racine. Elle ne dit pas si les racines de la liste d’AWS comptent. La chaîne n’a pas besoin de l’option, puisque son AC est prise en charge.",
            "Mettez `insecureSkipVerification` à `false`. Si vous avez besoin de l’option, configurez le serveur pour qu’il envoie aussi la racine.",
        ),
        Detail::RootNotCa { .. } => words(
            "La racine n’est pas marquée comme AC",
            "La racine envoyée n’a pas de basicConstraints avec `CA:TRUE`.",
            "Avec `insecureSkipVerification`, AWS l’exige de la racine. Java le vérifie aussi, sauf si la racine est elle-même le certificat du serveur. Les certificats du serveur auto-signés échouent souvent ici.",
            "Recréez la racine avec `basicConstraints=critical,CA:TRUE` et `keyUsage=critical,keyCertSign,cRLSign`, puis émettez avec elle le certificat du serveur.",
        ),
        Detail::RootWithoutKeyCertSign { .. } => words(
            "La clé de la racine n’est pas autorisée à signer des certificats",
            "La racine envoyée n’a pas de keyUsage avec `keyCertSign`.",
            "Avec `insecureSkipVerification`, AWS l’exige. Java lui-même ne refuse qu’un keyUsage sans ce bit. Il accepte une racine sans keyUsage, et API Gateway l’accepte peut-être aussi.",
            "Recréez la racine avec `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::PrivateRootSent { .. } => words(
            "Une racine privée, comme l’exige l’option",
            "`insecureSkipVerification` est activé, et le serveur a envoyé la racine. Elle a ce qu’AWS exige : `CA:TRUE` et `keyCertSign`.",
            "Ce mode n’exige rien d’autre de l’AC.",
            "Rien. N’oubliez pas que ce mode accepte la racine de n’importe quelle AC.",
        ),
        Detail::AnchorDistrusted { .. } => words(
            "Une racine à laquelle Java ne fait plus confiance",
            "La racine de la chaîne figure dans la liste d’AWS, mais certaines versions de Java refusent les certificats de serveur émis sous cette racine, quel que soit le contenu de leur truststore.",
            "Java a une liste de racines d’AC auxquelles les navigateurs ne font plus confiance : Symantec, Entrust, Camerfirma et Chunghwa. Selon la version, Java refuse les certificats émis après une certaine date, ou tous. AWS ne publie pas la version de Java qu’utilise API Gateway : API Gateway peut donc accepter ou refuser la chaîne.",
            "Obtenez un certificat d’une autre AC de la liste d’AWS.",
        ),

        // ---- validity
        Detail::InDate { .. } => words(
            "En cours de validité",
            "Le moment de la vérification est compris entre les dates de début (Not Before) et de fin (Not After) du certificat.",
            "L’exigence 2 le demande pour chaque certificat de la chaîne.",
            "Rien. La page propose un rappel de calendrier pour la première date d’expiration.",
        ),
        Detail::Expired { .. } => words(
            "Expiré",
            "La date de fin du certificat (Not After) est antérieure au moment de la vérification.",
            "Java refuse un certificat du serveur ou un certificat intermédiaire après sa date de fin. Un certificat intermédiaire expiré reste souvent en place quand on ne renouvelle que le certificat du serveur.",
            "Renouvelez le certificat et installez-le avec les certificats intermédiaires actuels de l’AC. Vérifiez ensuite ce que le serveur envoie vraiment : beaucoup de serveurs doivent être rechargés, et derrière un répartiteur de charge il faut vérifier chaque machine.",
        ),
        Detail::NotYetValid { .. } => words(
            "Pas encore valide",
            "La date de début du certificat (Not Before) est postérieure au moment de la vérification.",
            "Java le refuse jusque-là. En général, les AC fixent la date de début un peu dans le passé. Sinon, une horloge était fausse lors de l’émission.",
            "Attendez, ou faites-le réémettre avec une date de début antérieure. Si vous avez choisi exprès un autre moment, tout va bien.",
        ),
        Detail::ExpiresSoon { .. } => words(
            "Expire dans moins de 30 jours",
            "Le certificat est valide, mais il expire bientôt.",
            "API Gateway l’accepte jusqu’à sa date de fin (Not After) et le refuse ensuite.",
            "Renouvelez-le, ou vérifiez que le renouvellement automatique fonctionne et recharge le serveur.",
        ),
        Detail::AnchorOutOfDate { .. } => words(
            "La racine n’est pas en cours de validité",
            "La racine à laquelle la chaîne aboutit a expiré ou n’est pas encore valide.",
            "L’article d’AWS exige que chaque certificat soit en cours de validité. Un client Java standard ne vérifie pas les dates d’une racine de confiance : 74 des racines de la liste ont expiré, et un vrai JDK a accepté lors de nos essais des chaînes qui y aboutissent. D’autres clients sont plus stricts.",
            "Rien d’urgent. Au prochain renouvellement, utilisez une chaîne vers une racine non expirée.",
        ),

        // ---- chain
        Detail::ChainComplete { .. } => words(
            "La chaîne est complète",
            "Tous les émetteurs sont présents, du certificat du serveur à une racine, et toutes les signatures sont valides.",
            "L’exigence 3 le demande.",
            "Rien.",
        ),
        Detail::IssuerMissing { .. } => words(
            "Le certificat d’un émetteur manque",
            "Un certificat nomme un émetteur dont le serveur n’envoie pas le certificat, et qui n’est pas une racine de la liste d’AWS.",
            "C’est le défaut le plus courant. Java ne télécharge rien et ignore l’adresse inscrite dans le certificat (AIA). Les navigateurs téléchargent le certificat manquant, ou l’ont gardé d’un autre site ; le site y fonctionne donc.",
            "Configurez le serveur pour qu’il envoie le certificat intermédiaire juste après le sien. La plupart des AC fournissent un fichier nommé `fullchain.pem`, `ca-bundle` ou « chaîne ». Dans Apache, mettez toute la chaîne dans `SSLCertificateFile` ; dans nginx, dans `ssl_certificate`. La page crée ce fichier pour vous.",
        ),
        Detail::SignatureInvalid { .. } => words(
            "Une signature qui n’est pas valide",
            "Le nom de l’émetteur concorde, mais le certificat n’a pas été signé avec sa clé.",
            "Java vérifie toutes les signatures sur le chemin vers la racine. L’article d’AWS ne compare que les noms ; ses commandes ne montrent donc aucun défaut.",
            "Les AC réémettent leurs certificats intermédiaires sous le même nom avec une autre clé. Cherchez la version dont l’identifiant de clé correspond à votre certificat. Si la signature n’est toujours pas valide, le certificat a été modifié.",
        ),
        Detail::SignatureUnchecked { .. } => words(
            "Une signature qui n’a pas pu être vérifiée",
            "Cet outil ne sait pas vérifier ce type de signature, comme Ed448.",
            "Selon sa version de Java, API Gateway l’accepte ou non. La signature est peut-être valide ; elle n’a seulement pas été vérifiée.",
            "Demandez à l’AC un certificat signé avec SHA-256 et RSA ou ECDSA, que tous les clients savent vérifier.",
        ),
        Detail::LeafMissing { .. } => words(
            "Le certificat du serveur manque",
            "Seuls des certificats d’AC ont été fournis.",
            "Le premier certificat qu’un serveur envoie doit être le sien. Sans lui, il n’y a rien à vérifier.",
            "Placez le certificat du serveur en tête. Si vous avez collé le fichier de votre AC, collez plutôt ce que le serveur envoie.",
        ),
        Detail::LeafNotFirst { .. } => words(
            "Le certificat du serveur n’est pas le premier",
            "Le certificat du serveur est présent, mais un autre certificat le précède.",
            "TLS exige le certificat du serveur en premier, et les clients utilisent le premier comme tel (RFC 5246 §7.4.2). Ce que vous avez collé est peut-être seulement dans un autre ordre que ce que le serveur envoie.",
            "Placez-le en tête du fichier, suivi de ses certificats intermédiaires.",
        ),
        Detail::WrongOrder { .. } => words(
            "Les certificats ne sont pas dans l’ordre",
            "Tous les certificats nécessaires sont présents, mais l’un d’eux n’est pas suivi de son émetteur.",
            "Java trouve un chemin quel que soit l’ordre ; API Gateway accepte donc la chaîne. La RFC 5246 exige que chaque certificat certifie celui qui le précède, et certains clients refusent tout autre ordre.",
            "Triez le fichier : le certificat du serveur, son émetteur, et ainsi de suite. La page le fait pour vous.",
        ),
        Detail::Duplicate { .. } => words(
            "Deux fois le même certificat",
            "Un certificat est la copie exacte d’un précédent. Cela arrive souvent quand on réunit deux fichiers qui commencent par le même certificat.",
            "Java l’ignore. La copie alourdit chaque négociation TLS et occupe l’une des dix places que Java permet.",
            "Retirez la copie.",
        ),
        Detail::Stray { .. } => words(
            "Un certificat inutile",
            "La chaîne n’utilise pas ce certificat : il n’a émis aucun des certificats du chemin vers la racine. C’est le reste d’une ancienne chaîne, ou un second chemin vers une ancienne racine.",
            "Java l’ignore. Il alourdit chaque négociation TLS et occupe l’une des dix places que Java permet.",
            "Retirez-le, sauf si c’est une version signée par une autre AC dont d’anciens clients ont besoin.",
        ),
        Detail::RootSent { .. } => words(
            "La racine a aussi été envoyée",
            "La chaîne que le serveur envoie se termine par la racine elle-même.",
            "Un client fait confiance à sa propre copie de la racine, jamais à celle qu’on lui envoie ; l’envoyer ne sert donc à rien. Le serveur ne doit envoyer la racine qu’avec `insecureSkipVerification`.",
            "Retirez-la du fichier, ou laissez-la ; elle ne gêne pas.",
        ),
        Detail::NotACa { .. } => words(
            "L’émetteur n’est pas une AC",
            "Un certificat sert d’émetteur dans la chaîne, mais n’est pas marqué comme AC (basicConstraints avec `CA:TRUE`).",
            "Si les clients l’acceptaient, toute personne qui possède un certificat du serveur pourrait en émettre d’autres. Java le refuse (RFC 5280 §4.2.1.9, §6.1.4).",
            "Faites réémettre le certificat intermédiaire comme AC : `basicConstraints=critical,CA:TRUE`. S’il s’agit en fait d’un certificat du serveur, la chaîne a été mal assemblée.",
        ),
        Detail::OldVersion { .. } => words(
            "Un certificat intermédiaire de version 1 ou 2",
            "Le certificat est dans une ancienne version de X.509, qui n’a pas d’extensions.",
            "Sans extensions, un certificat ne peut pas être marqué comme AC ; Java ne l’accepte donc pas comme certificat intermédiaire. Java accepte les anciennes racines de version 1, car il leur fait déjà confiance.",
            "Recréez-le en version 3 avec basicConstraints. Avec openssl, utilisez un fichier d’extensions (`-extfile`), ou `req -x509` avec une configuration.",
        ),
        Detail::PathLengthExceeded { .. } => words(
            "Trop d’AC en dessous de celle-ci",
            "Les basicConstraints d’une AC fixent un pathLenConstraint, et la chaîne a plus de certificats d’AC en dessous qu’il n’en permet.",
            "Cette contrainte limite le nombre d’AC que celle-ci peut créer en dessous d’elle. Java les compte et refuse la chaîne (RFC 5280 §4.2.1.9).",
            "Émettez le certificat du serveur avec une AC placée assez haut dans la chaîne, ou faites réémettre l’AC limitée avec un nombre plus grand.",
        ),
        Detail::NoKeyCertSign { .. } => words(
            "Un certificat intermédiaire non autorisé à signer des certificats",
            "Le certificat intermédiaire a un keyUsage sans `keyCertSign`.",
            "keyUsage indique à quoi une clé peut servir. Java refuse les certificats signés par une clé qui n’y est pas autorisée (RFC 5280 §4.2.1.3).",
            "Faites réémettre le certificat intermédiaire avec `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::LeafKeyUsage { .. } => words(
            "La clé du serveur n’est pas destinée à TLS",
            "Il manque au keyUsage du certificat du serveur le bit dont l’échange de clés a besoin : `digitalSignature`, ou `keyEncipherment` pour RSA sans ce bit.",
            "Le client de Java exige le bit dont la suite de chiffrement a besoin, et refuse sinon le certificat.",
            "Faites-le réémettre avec `keyUsage=digitalSignature,keyEncipherment` (pour une clé sur courbe elliptique, `digitalSignature` seul).",
        ),
        Detail::EmptyKeyUsage { .. } => words(
            "Un keyUsage qui ne permet rien",
            "L’extension est présente, mais aucun des bits que Java connaît n’est activé.",
            "Une clé qui ne peut servir à rien ne peut pas servir à TLS. La RFC 5280 §4.2.1.3 exige au moins un bit.",
            "Faites réémettre le certificat avec un keyUsage correct, ou sans keyUsage.",
        ),
        Detail::LeafExtendedKeyUsage { .. } => words(
            "Le certificat n’est pas destiné à un serveur",
            "L’extendedKeyUsage du certificat du serveur énumère des usages, mais pas serverAuth.",
            "Un certificat destiné aux clients, à la signature de code ou au courrier n’est pas valide pour un serveur TLS (RFC 5280 §4.2.1.12). Java indique « Extended key usage does not permit use for TLS server authentication ».",
            "Faites-le réémettre avec `extendedKeyUsage=serverAuth`. Les AC internes ont souvent un modèle « serveur web » pour cela.",
        ),
        Detail::NetscapeCertType { .. } => words(
            "Un type Netscape sans serveur",
            "Le certificat a l’ancienne extension de Netscape pour le type de certificat, et le bit du serveur SSL n’y est pas activé.",
            "Plus personne d’autre n’utilise cette extension depuis vingt ans, mais Java la vérifie encore.",
            "Faites réémettre le certificat sans `nsCertType`.",
        ),
        Detail::NameConstraint { .. } => words(
            "Un nom que l’AC n’est pas autorisée à certifier",
            "Une AC de la chaîne est limitée à certains noms. Un nom d’un certificat en dessous n’en fait pas partie ou est expressément exclu.",
            "Les contraintes de noms limitent une AC qui appartient à une seule organisation. Java les applique au sujet et à chaque nom alternatif (RFC 5280 §4.2.1.10).",
            "Faites émettre le certificat par une AC autorisée à certifier ce nom, ou sans ce nom.",
        ),
        Detail::NameConstraintUnsupported { .. } => words(
            "Des contraintes de noms que Java ne sait pas appliquer",
            "Les contraintes de noms d’une AC utilisent un type de nom, un minimum ou un maximum que Java ne prend pas en charge.",
            "L’extension est une limite ; un client doit donc refuser ce qu’il ne peut pas vérifier (RFC 5280 §4.2.1.10).",
            "Faites réémettre le certificat de l’AC avec des contraintes sur des noms DNS, des adresses ou des noms d’annuaire, sans minimum ni maximum.",
        ),
        Detail::PolicyRequired { .. } => words(
            "Une politique exigée manque",
            "Une AC exige que toute la chaîne ait une politique de certification en commun (policyConstraints, requireExplicitPolicy), mais elle n’en a aucune.",
            "Java construit l’arbre des politiques de la RFC 5280 §6.1 et refuse la chaîne si cet arbre finit vide.",
            "Faites émettre les certificats avec la politique que l’AC exige, ou par une AC qui n’en exige pas.",
        ),
        Detail::PolicyMappingAny { .. } => words(
            "Une correspondance depuis ou vers anyPolicy",
            "Une AC associe une politique de certification à anyPolicy, ou anyPolicy à une autre politique.",
            "La RFC 5280 §4.2.1.5 l’interdit, car toutes les politiques deviendraient équivalentes. Java refuse la chaîne.",
            "Faites réémettre le certificat de l’AC sans cette correspondance.",
        ),
        Detail::PolicyQualifiersCritical { .. } => words(
            "Des politiques critiques avec qualificateurs",
            "Les politiques du certificat sont marquées critiques et ont des qualificateurs, comme l’adresse d’une déclaration de pratiques.",
            "Quand l’extension est critique et que Java doit chercher un chemin, il refuse les qualificateurs. Les AC publiques ne marquent pas l’extension comme critique.",
            "Faites réémettre le certificat avec l’extension non critique.",
        ),
        Detail::UnknownCriticalExtension { .. } => words(
            "Une extension critique que Java ne connaît pas",
            "Une extension est marquée critique, et Java ne la prend pas en charge.",
            "« Critique » signifie qu’un client doit refuser le certificat s’il ne comprend pas l’extension (RFC 5280 §4.2). C’est ce que fait Java.",
            "Faites réémettre le certificat avec cette extension non critique, ou sans elle.",
        ),
        Detail::WeakSignature { .. } => words(
            "Signé avec un algorithme désactivé",
            "Le certificat est signé avec MD5 ou MD2.",
            "De telles signatures peuvent être contrefaites. Le JDK les désactive pour toutes les chaînes (`jdk.certpath.disabledAlgorithms`).",
            "Faites réémettre le certificat, signé avec SHA-256 ou mieux.",
        ),
        Detail::CaMoved { .. } => words(
            "L’AC utilise une racine que le client ne possède pas",
            "L’AC est publique et bien connue, mais elle émet sous une racine plus récente, absente de la liste d’AWS ou du truststore du client.",
            "Une nouvelle racine met des années à atteindre tous les truststores. En attendant, les AC proposent aussi une version signée par une autre AC : mêmes nom et clé, signée par une racine plus ancienne. Java ne la télécharge pas, le serveur doit donc l’envoyer.",
            "Envoyez la version nommée par le constat ; la page et `--repair` l’ajoutent. Avec un client ACME, demandez cette chaîne, par exemple `certbot renew --preferred-chain \"ISRG Root X1\"`. L’AC doit la proposer. Si aucune n’est nommée, aucune version connue n’aboutit à une racine du client : utilisez une version plus récente de Java, importez la racine ou changez d’AC.",
        ),
        Detail::AnchorDistrustedHere { .. } => words(
            "Refusée par cette version de Java",
            "La chaîne aboutit à une racine du truststore du client, mais la version de Java du client refuse les certificats de serveur émis sous cette racine.",
            "Le JDK a des règles contre certaines AC (`sun.security.validator.CADistrustPolicy`), qui s’appliquent quel que soit le contenu du truststore. La version du client est connue : la chaîne est donc refusée. Pour API Gateway, dont la version n’est pas publique, le constat est `anchor-distrusted`.",
            "Obtenez un certificat d’une autre AC.",
        ),
        Detail::SkipVerificationNotApplicable { .. } => words(
            "La vérification de l’AC ne peut pas être ignorée",
            "L’option `insecureSkipVerification` était activée, mais seule une API REST la possède. La chaîne a été vérifiée normalement.",
            "Les autres clients Java n’ont pas cette option : ils font confiance au contenu de leur truststore.",
            "Pour faire confiance à une AC privée, importez sa racine dans le truststore du client.",
        ),
        Detail::Sha1UnderJdkRoot { .. } => words(
            "Signé avec SHA-1, sous une racine du JDK",
            "Un certificat sous la racine est signé avec SHA-1, et la racine est marquée comme appartenant au JDK.",
            "Java désactive SHA-1 pour les serveurs TLS sous ces racines (`jdk.certpath.disabledAlgorithms` : `SHA1 jdkCA & usage TLSServer`). Sous d’autres racines, c’est une remarque : `sha1-signature`.",
            "Faites réémettre le certificat, signé avec SHA-256 ou mieux.",
        ),
        Detail::KeyLimitNotApplicable { .. } => words(
            "Pas de limite supérieure pour la clé",
            "Le rapport concerne un autre client qu’API Gateway.",
            "La limite de 2048 bits figure dans l’article d’AWS sur API Gateway. Java lui-même n’a pas de limite supérieure.",
            "Rien.",
        ),
        Detail::Sha1Signature { .. } => words(
            "Signé avec SHA-1",
            "Un certificat sous la racine est signé avec SHA-1. C’est une remarque : toutes les exigences restent respectées.",
            "Java ne désactive SHA-1 pour les serveurs TLS que sous les racines de son propre truststore `cacerts` (`jdk.certpath.disabledAlgorithms` : `SHA1 jdkCA & usage TLSServer`). Le truststore d’API Gateway est la liste d’AWS : cette règle ne s’y applique pas. En TLS 1.3, Java ne propose pas SHA-1. Les navigateurs refusent ces certificats, car une signature SHA-1 peut être contrefaite.",
            "Faites réémettre le certificat, signé avec SHA-256 ou mieux.",
        ),
        Detail::ClientPublicCertificate { .. } => words(
            "Un certificat public d’ACM",
            "Le certificat a été émis par une AC publique d’Amazon, et doit servir de certificat client d’une étape.",
            "L’étape d’une API REST peut envoyer un certificat d’ACM au backend. Il lui faut l’usage étendu clientAuth, que les certificats publics d’ACM n’ont plus depuis le 11 juin 2025. La [page d’AWS](https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-acm-client-certificates.html) les exclut.",
            "Importez dans ACM un certificat de votre propre AC, ou émettez-en un avec AWS Private CA.",
        ),
        Detail::ClientChainTooLong { .. } => words(
            "La chaîne du certificat client est trop longue",
            "Le certificat client et les certificats au-dessus de lui sont plus de cinq.",
            "API Gateway accepte cinq certificats au plus dans la chaîne du certificat qu’une étape envoie au backend.",
            "Retirez les certificats qui n’appartiennent pas à la chaîne. Si tous y appartiennent, utilisez un émetteur plus proche de la racine.",
        ),
        Detail::ClientUsageMissing { .. } => words(
            "Le certificat client n’a pas clientAuth",
            "L’usage étendu de la clé ne contient pas clientAuth.",
            "API Gateway exige clientAuth du certificat qu’une étape envoie au backend. Les serveurs le vérifient aussi (RFC 5280 §4.2.1.12).",
            "Faites émettre le certificat avec `extendedKeyUsage = clientAuth`.",
        ),
        Detail::ClientKeyUnsupported { .. } => words(
            "La clé du certificat client n’est pas prise en charge",
            "La clé n’est ni RSA de 2048 à 4096 bits, ni sur les courbes P-256, P-384 ou P-521.",
            "API Gateway n’accepte que ces clés dans le certificat qu’une étape envoie au backend.",
            "Générez une nouvelle clé d’un type pris en charge, et faites émettre le certificat pour elle.",
        ),
        Detail::SignatureNotOffered { .. } => words(
            "Une signature que le client de Java n’accepte pas",
            "Le certificat est signé avec un algorithme que le client de Java ne propose pas dans sa négociation TLS.",
            "Dans son premier message, le client énumère les algorithmes qu’il accepte. Il refuse une chaîne qui en utilise un autre, même si Java sait le vérifier.",
            "Faites réémettre le certificat avec RSA et SHA-256, ou avec ECDSA.",
        ),
        Detail::WeakKey { .. } => words(
            "Une clé trop courte",
            "La clé est plus courte que le minimum de Java : 1024 bits pour RSA et DSA, 224 pour les courbes elliptiques.",
            "Des clés de cette taille peuvent être cassées. Le JDK les désactive pour toutes les chaînes (`jdk.certpath.disabledAlgorithms`).",
            "Créez une nouvelle clé, RSA de 2048 bits ou P-256, et faites émettre le certificat pour elle.",
        ),
        Detail::CurveUnsupported { .. } => words(
            "Une courbe que Java ne prend pas en charge",
            "La clé est sur une courbe elliptique autre que P-256, P-384 et P-521.",
            "Java a retiré les autres courbes ; il ne peut donc pas vérifier une signature faite avec une telle clé.",
            "Créez une nouvelle clé sur P-256 et faites émettre le certificat pour elle.",
        ),
        Detail::Malformed { .. } => words(
            "Un certificat que Java ne peut pas lire",
            "Le certificat enfreint une règle d’encodage que Java impose.",
            "Java lit tous les certificats du message avant de chercher un chemin. Un certificat qu’il ne peut pas lire met fin à la négociation TLS, même si la chaîne n’en a pas besoin. D’autres programmes peuvent l’accepter.",
            "Faites réémettre le certificat avec un outil courant. Si la chaîne n’en a pas besoin, retirez-le.",
        ),
        Detail::TooManyCertificates { .. } => words(
            "Plus de dix certificats",
            "Le serveur envoie plus de certificats que Java n’en accepte dans une négociation TLS (`jdk.tls.maxCertificateChainLength`).",
            "Java compte les certificats avant de les lire. Cela arrive quand tout un ensemble de racines est configuré comme chaîne.",
            "Envoyez le certificat du serveur et ses certificats intermédiaires, trois ou quatre en tout.",
        ),
        Detail::MessageTooLarge { .. } => words(
            "Plus de 32 Ko de certificats",
            "Le message avec les certificats est plus long que ce que Java accepte dans une négociation TLS (`jdk.tls.maxHandshakeMessageSize`).",
            "Java le refuse sans le lire. Cela arrive quand un ensemble de racines sert de chaîne, ou avec un certificat pour des centaines de noms.",
            "N’envoyez que la chaîne. Si un seul certificat est aussi gros, répartissez ses noms sur plusieurs certificats.",
        ),
        Detail::PathTooLong { .. } => words(
            "Plus de certificats intermédiaires que Java n’en essaie",
            "Le chemin vers la racine a plus de cinq certificats intermédiaires, et les certificats ne sont pas dans l’ordre.",
            "La recherche de chemin de Java s’arrête à cinq certificats intermédiaires ; elle n’atteint donc jamais la racine.",
            "Envoyez les certificats dans l’ordre, ou faites émettre le certificat par une AC plus proche de la racine.",
        ),
        Detail::KeyIdentifierMismatch { .. } => words(
            "Les identifiants de clé diffèrent",
            "Le certificat désigne la clé de son émetteur par un identifiant de clé, mais le certificat de l’émetteur en a un autre.",
            "Les identifiants de clé aident seulement à trouver l’émetteur. C’est la signature qui décide, et elle est valide. Java accepte une telle chaîne ; openssl la refuse.",
            "Rien pour API Gateway. Pour d’autres clients, faites réémettre le certificat avec l’identifiant de l’émetteur.",
        ),
        Detail::AnchorIdentifierMismatch { .. } => words(
            "La racine de la liste a un autre identifiant",
            "Une racine du bon nom est de confiance, mais le certificat en désigne une avec un autre identifiant de clé ou un autre numéro de série.",
            "Java ignore les racines de confiance dont l’identifiant diffère. Il ne trouve alors aucun chemin, même si la signature est peut-être valide.",
            "Faites réémettre le certificat avec l’identifiant de la racine comme identifiant de clé de l’autorité, ou sans cet identifiant.",
        ),
        Detail::NoPath { .. } => words(
            "Java ne trouve aucun chemin vers une racine",
            "Tous les certificats nécessaires semblent présents, mais Java ne trouve aucun chemin du certificat du serveur à une racine de confiance.",
            "Cela arrive quand les certificats ne sont pas dans l’ordre et que le seul chemin passe par un certificat que Java ignore, comme une copie expirée de la racine. Le message est « unable to find valid certification path to requested target ».",
            "Envoyez les certificats dans l’ordre, sans copies ni certificats inutiles. Tout autre problème a son propre constat.",
        ),
        Detail::SearchEnded { .. } => words(
            "La recherche a atteint sa limite",
            "Les certificats permettent tant de chemins, ou tant de comparaisons de noms avec des contraintes, que la vérification s’est arrêtée à sa limite d’étapes.",
            "Java n’a pas cette limite et continuerait longtemps. La chaîne d’un vrai serveur n’en demande jamais autant. La chaîne compte comme refusée.",
            "N’envoyez que la chaîne. Si une AC avec des centaines de contraintes de noms a émis un certificat avec des centaines de noms, réduisez les unes ou les autres.",
        ),
        Detail::AnchorUnfit { .. } => words(
            "Une racine que Java n’accepte pas comme telle",
            "La chaîne aboutit à une racine de confiance qui n’est pas autorisée à servir d’AC : elle a des basicConstraints sans `CA:TRUE`, ou un keyUsage sans `keyCertSign`.",
            "Le JDK le vérifie aussi pour la racine au bout du chemin. Les racines de la liste d’AWS conviennent ; une racine privée envoyée avec `insecureSkipVerification` peut ne pas convenir.",
            "Recréez la racine avec `basicConstraints=critical,CA:TRUE` et `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::CertificateBlocked { .. } => words(
            "Un certificat que Java bloque",
            "Un certificat de la chaîne figure dans la liste des certificats bloqués de Java.",
            "Le JDK contient un fichier de certificats qu’il n’accepte jamais, parce qu’ils ont été émis par erreur ou que leur clé a été volée. Aucun chemin ne peut en contenir un.",
            "Demandez à l’AC un certificat émis par une autre AC intermédiaire, ou changez d’AC. Installez-le ensuite avec les intermédiaires qui lui correspondent.",
        ),
        Detail::KeyCompromised { .. } => words(
            "Une clé que tout le monde possède",
            "La clé privée d’un certificat de la chaîne est publique.",
            "N’importe qui peut émettre des certificats avec cette clé, y compris pour votre hôte. Java et la liste d’AWS l’ignorent, mais d’autres clients refusent une telle chaîne. Cet outil a une liste de ces clés.",
            "Remplacez le certificat sans attendre : demandez à l’AC un certificat émis par une autre AC intermédiaire, ou changez d’AC.",
        ),

        // ---- key-size
        Detail::KeyWithinLimit { .. } => words(
            "La clé est dans la limite",
            "La clé RSA du serveur ne dépasse pas 2048 bits.",
            "L’exigence 4 le demande.",
            "Rien.",
        ),
        Detail::KeyTooLarge { .. } => words(
            "Une clé du serveur de plus de 2048 bits",
            "La clé RSA du serveur a plus de bits que l’article d’AWS n’en permet.",
            "L’article indique que le certificat ne doit pas dépasser 2048 bits. Java ne fixe aucune limite supérieure, et on ne connaît aucun serveur refusé pour cette seule raison. La panne peut avoir une autre cause : regardez d’abord les autres constats.",
            "Faites réémettre le certificat pour une clé RSA de 2048 bits, ou pour une clé P-256. Les clés des AC au-dessus peuvent être plus longues.",
        ),
        Detail::EllipticKey { .. } => words(
            "Une clé sur courbe elliptique",
            "La clé du serveur n’est pas une clé RSA, mais une clé sur courbe elliptique, comme P-256.",
            "La limite de 2048 bits d’AWS vise RSA. Une clé de 256 bits sur courbe elliptique est aussi sûre qu’une clé RSA de 3072 bits et reste dans la limite. Java accepte P-256, P-384 et P-521.",
            "Rien.",
        ),
        Detail::OtherKey { .. } => words(
            "Une clé d’un autre type",
            "La clé du serveur n’est ni une clé RSA ni une clé sur une courbe elliptique courante. C’est par exemple une clé Ed25519 ou DSA.",
            "La limite d’AWS ne mentionne pas ces clés. La réussite d’une négociation TLS dépend de ce que propose le Java d’API Gateway, ce qu’aucun certificat n’indique.",
            "Pour plus de sûreté, utilisez RSA avec 2048 bits ou P-256.",
        ),
        Detail::CaKey { .. } => words(
            "La clé d’une AC",
            "La taille de la clé d’un certificat intermédiaire ou d’une racine, à titre d’information.",
            "La limite d’AWS vise le certificat du serveur : 59 des racines non expirées de la liste d’AWS ont une clé de 4096 bits.",
            "Rien.",
        ),

        // ---- later additions
        Detail::ProductCertificate { .. } => words(
            "Le certificat d’un produit ou d’une plateforme",
            "Le certificat du serveur est celui d’un produit, ou le certificat général d’une plateforme d’hébergement, comme `*.herokuapp.com`.",
            "Il n’explique pas à lui seul un refus : l’option `insecureSkipVerification` est activée, ou une AC de la liste l’a émis. Mais il n’est pas valable pour votre propre nom d’hôte.",
            "Configurez le certificat de l’hôte qu’API Gateway appelle. Sur une plateforme, ajoutez l’hôte comme domaine personnalisé, ou appelez l’application par son nom sur la plateforme.",
        ),
        Detail::RootVersionOutOfDate { .. } => words(
            "Une version périmée de la racine",
            "Le serveur envoie une version réémise ou signée par une autre AC de la racine à la fin de la chaîne. Cette version a expiré ou n’est pas encore valide ; la racine de la liste d’AWS est valide.",
            "Java arrête la chaîne à sa propre copie de la racine et ne vérifie pas les dates de la version envoyée. D’autres clients, comme OpenSSL 1.0, s’arrêtent à la version expirée.",
            "Retirez ce certificat de la chaîne du serveur.",
        ),
        Detail::WrongIntermediate { .. } => words(
            "Un certificat intermédiaire étranger à la chaîne",
            "L’émetteur du certificat du serveur est manquant. Le serveur envoie à sa place un autre certificat d’AC, qui n’a émis aucun des certificats.",
            "Cela arrive si le certificat renouvelé vient d’un autre certificat intermédiaire et que le fichier de la chaîne n’a pas été remplacé.",
            "Remplacez ce certificat par l’émetteur manquant. La page propose la chaîne réparée.",
        ),
        Detail::KeyUnknown { .. } => words(
            "Une clé de taille inconnue",
            "La clé du serveur est d’un type qui ne peut pas être comparé à la limite, ou Java ne peut pas la lire.",
            "L’exigence 4 porte sur la taille de la clé. Java 17 n’a ni ML-DSA, ni SLH-DSA, ni GOST, ne lit pas les courbes aux paramètres explicites, et ne peut pas utiliser une clé qui ne peut pas signer, comme X25519.",
            "Faites réémettre le certificat avec une clé RSA de 2048 bits ou une clé P-256.",
        ),
        Detail::SelfIssuedPair { .. } => words(
            "Deux certificats auto-émis à la suite",
            "Une AC a changé de clé : elle a signé son nouveau certificat avec l’ancienne clé, et son ancien certificat avec la nouvelle. Le serveur envoie les deux.",
            "Si les certificats ne sont pas dans l’ordre, Java cherche un chemin. Après deux certificats auto-émis à la suite, il abandonne, alors qu’un chemin vers la racine de la liste existe.",
            "Retirez le certificat, ou remettez la chaîne dans l’ordre.",
        ),
    }
}
