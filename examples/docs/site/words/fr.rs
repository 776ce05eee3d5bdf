//! Ce que disent en français les pages des constats, à côté des phrases du catalogue.

use sslengine_doctor::report::Detail;

use super::{Words, words};

/// The words for a finding's code; a code without words does not compile.
#[rustfmt::skip]
pub fn french(detail: &Detail) -> Words {
    match detail {
        // ---- supported-ca
        Detail::AnchorListed { .. } => words(
            "La chaîne aboutit à une racine prise en charge",
            "Le dernier certificat de la chaîne est une racine de la liste d’AWS, ou a été émis par l’une d’elles : le nom et la clé sont ceux de la liste, et la signature a été vérifiée avec cette clé.",
            "C’est ce que demande l’exigence 1. API Gateway possède sa propre copie de la racine ; le serveur n’a pas à l’envoyer.",
            "Rien.",
        ),
        Detail::AnchorReissued { .. } => words(
            "Une autre édition d’une racine prise en charge",
            "Un certificat de la chaîne a le nom et la clé d’une racine de la liste, mais une autre empreinte : une édition plus récente, ou un certificat croisé signé par une autre autorité.",
            "Java compare le nom et la clé, non les empreintes ; il prend donc ce certificat pour la racine et arrête la chaîne là. Qui compare les empreintes à la main, comme le montre l’article d’AWS, ne le trouve pas dans la liste.",
            "Rien. La chaîne est bonne telle quelle.",
        ),
        Detail::ListedByFingerprint { .. } => words(
            "Dans la liste par sa seule empreinte",
            "La liste contient l’empreinte de ce certificat, et rien d’autre n’en est connu ici : l’entrée vient d’une liste collée, ou fait partie des douze dont le certificat n’est pas public.",
            "Un tel certificat compte comme pris en charge. Une chaîne qui s’arrête juste en dessous ne peut pas être reconnue, puisque son nom et sa clé ne sont pas dans les données de cet outil.",
            "Rien, tant que le certificat lui-même figure dans ce qui est collé. Avec une liste à vous, collez le certificat de l’autorité avec la chaîne.",
        ),
        Detail::RootNotListed { .. } => words(
            "Une racine absente de la liste d’AWS",
            "La chaîne est complète, mais la racine à son sommet n’est pas parmi les autorités prises en charge par API Gateway.",
            "API Gateway se fie à sa propre liste et à rien d’autre, quoi qu’en pensent les navigateurs ou votre système. Une autorité privée, celle d’une entreprise, ou une racine publique plus jeune que la liste met fin à la négociation.",
            "Faites émettre le certificat par une autorité de la liste, comme Let’s Encrypt ou Amazon (ACM). Si l’autorité est publique, demandez-lui un certificat croisé signé par une racine plus ancienne et faites-le envoyer aussi par le serveur. Pour une autorité privée, une API REST peut activer `insecureSkipVerification`. La liste a pu s’allonger depuis : cherchez l’empreinte sur la page d’AWS.",
        ),
        Detail::SelfSignedLeaf { .. } => words(
            "Un certificat de serveur auto-signé",
            "Le certificat du serveur est son propre émetteur. Aucune autorité ne s’en porte garante.",
            "Son empreinte n’est pas dans la liste d’AWS, et on ne peut pas l’y mettre : API Gateway n’a pas de magasin de confiance à vous pour les serveurs. Beaucoup de produits présentent un tel certificat tant qu’un vrai n’est pas configuré.",
            "Installez un certificat d’une autorité de la liste. Si un répartiteur de charge est devant le serveur, un certificat d’ACM sur son écouteur suffit.",
        ),
        Detail::IssuerNotListed { .. } => words(
            "L’émetteur est inconnu de la liste d’AWS",
            "Le dernier certificat de la chaîne nomme un émetteur qui n’est pas dans la liste, et aucun des 1 408 certificats intermédiaires publics connus ici ne mène de lui à une racine de la liste.",
            "Sans chemin vers une racine de la liste, API Gateway refuse la chaîne, et l’on ne connaît aucun certificat à y ajouter.",
            "S’il s’agit d’une autorité privée, voyez `root-not-listed`. Si elle est publique, elle est peut-être plus récente que les données de cet outil : faites envoyer toute sa chaîne, avec les certificats croisés qu’elle propose, et recommencez.",
        ),
        Detail::IssuerUnknown { .. } => words(
            "Pas assez de certificats pour reconnaître l’autorité",
            "Seul le certificat du serveur a été donné, et rien n’est connu de son émetteur.",
            "L’exigence 1 parle de la racine. À partir d’un seul certificat dont l’émetteur est inconnu, personne ne peut dire où la chaîne finirait.",
            "Collez tout ce que le serveur envoie : `openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null`. Si c’est bien tout ce qu’il envoie, la chaîne est incomplète : voyez `issuer-missing`.",
        ),
        Detail::SupportedOnceSent { .. } => words(
            "Prise en charge, une fois le certificat intermédiaire envoyé",
            "L’émetteur manquant est une autorité intermédiaire publique connue ici, et elle mène à une racine de la liste d’AWS.",
            "Ce n’est pas l’autorité qui pose problème, c’est la chaîne incomplète : Java ne télécharge rien, et en l’état API Gateway ne peut pas atteindre la racine.",
            "Ajoutez le certificat intermédiaire. La page propose la chaîne réparée.",
        ),
        Detail::AnchorKeyMismatch { .. } => words(
            "Le nom d’une racine de la liste, mais pas sa clé",
            "Le nom de l’émetteur est celui d’une racine de la liste, et pourtant la signature n’a pas été faite avec la clé de cette racine.",
            "Un nom ne prouve rien ; la clé, si. Ou bien l’autorité a une racine plus récente du même nom, ou bien quelqu’un a créé une autorité qui emprunte ce nom. API Gateway refuse les deux.",
            "Vérifiez d’où vient le certificat. Si l’autorité a vraiment changé de clé, demandez-lui une chaîne qui mène à une racine de la liste.",
        ),
        Detail::DefaultCertificate { .. } => words(
            "Le certificat par défaut d’un produit",
            "Ce certificat est créé par un produit en attendant qu’un vrai soit configuré, ou pour un autre usage : faux certificat d’un contrôleur d’entrée, `localhost`, certificat d’un panneau d’administration, d’un proxy qui inspecte TLS, certificat d’origine d’un CDN, environnement de test.",
            "On a demandé au serveur un hôte pour lequel il n’a pas de certificat, ou aucun hôte. Cela arrive quand un client n’envoie pas de nom de serveur (SNI), ou quand la requête aboutit à une autre machine que prévu.",
            "Configurez le certificat de l’hôte qu’API Gateway appelle, et faites-en aussi celui par défaut. Comparez ce que dit `openssl s_client` avec `-servername HOST` et avec `-noservername`.",
        ),
        Detail::ListWaived { .. } => words(
            "La liste n’est pas appliquée",
            "L’option `insecureSkipVerification` a été choisie : API Gateway ne demande alors pas si l’autorité est dans sa liste.",
            "AWS la propose pour les API REST avec des intégrations HTTP et proxy HTTP, et ne la recommande pas : qui peut détourner le trafic peut se faire passer pour le serveur. Les dates, le nom d’hôte et la présence d’une racine dans la chaîne restent vérifiés.",
            "Préférez un certificat d’une autorité de la liste. Si l’option vous est nécessaire, faites envoyer la racine par le serveur.",
        ),
        Detail::RootNotSent { .. } => words(
            "Pas de racine, là où il en faut une",
            "Avec `insecureSkipVerification`, la racine doit figurer dans la chaîne que le serveur envoie, et le dernier certificat n’en est pas une.",
            "Dans ce mode API Gateway ne prend pas de racine dans sa liste ; la seule à laquelle il puisse aboutir est celle qu’on lui envoie. AWS parle de la présence d’une autorité de certification racine.",
            "Ajoutez à ce que le serveur envoie les certificats au-dessus du dernier, jusqu’à la racine auto-signée.",
        ),
        Detail::RootNotCa { .. } => words(
            "La racine ne se déclare pas autorité",
            "La racine envoyée n’a pas de basicConstraints avec `CA:TRUE`.",
            "Avec `insecureSkipVerification`, AWS l’exige de la racine, et Java le vérifie. Un certificat de serveur auto-signé échoue souvent ici.",
            "Refaites la racine avec `basicConstraints=critical,CA:TRUE` et `keyUsage=critical,keyCertSign,cRLSign`, et émettez à partir d’elle le certificat du serveur.",
        ),
        Detail::RootWithoutKeyCertSign { .. } => words(
            "La clé de la racine n’a pas le droit de signer des certificats",
            "La racine envoyée n’a pas de keyUsage avec `keyCertSign`.",
            "Avec `insecureSkipVerification`, AWS l’exige. Java lui-même ne refuse qu’un keyUsage présent sans ce bit ; une racine sans aucun keyUsage passe en Java, et passera peut-être dans API Gateway.",
            "Refaites la racine avec `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::PrivateRootSent { .. } => words(
            "Une racine privée, comme l’option la veut",
            "`insecureSkipVerification` est activé, et la chaîne finit par une racine qui a été envoyée et qui déclare ce qu’AWS exige : `CA:TRUE` et `keyCertSign`.",
            "C’est tout ce que ce mode demande à l’autorité.",
            "Rien. Gardez en tête que, dans ce mode, la racine de n’importe qui conviendrait.",
        ),

        // ---- validity
        Detail::InDate { .. } => words(
            "En cours de validité",
            "Le moment de la vérification est compris entre les dates du certificat.",
            "L’exigence 2 le demande de chaque certificat de la chaîne.",
            "Rien. La page propose un rappel de calendrier pour la première expiration.",
        ),
        Detail::Expired { .. } => words(
            "Expiré",
            "La date de fin du certificat (Not After) est passée au moment de la vérification.",
            "Java refuse un certificat de serveur ou un certificat intermédiaire dont la dernière seconde est passée. Un intermédiaire expiré reste souvent en place quand on ne renouvelle que le certificat du serveur.",
            "Renouvelez le certificat et installez-le avec les certificats intermédiaires que l’autorité donne aujourd’hui. Regardez ensuite ce que le serveur envoie vraiment : beaucoup de serveurs doivent être rechargés, et derrière un répartiteur de charge chaque machine compte.",
        ),
        Detail::NotYetValid { .. } => words(
            "Pas encore valide",
            "La date de début du certificat (Not Before) est postérieure au moment de la vérification.",
            "Java le refuse jusque-là. En règle générale, un nouveau certificat commence un peu dans le passé ; si ce n’est pas le cas, une horloge était fausse lors de l’émission.",
            "Attendez, ou faites-le émettre à nouveau avec un début antérieur. Si vous avez choisi exprès un autre moment, tout va bien.",
        ),
        Detail::ExpiresSoon { .. } => words(
            "Expire dans moins de 30 jours",
            "Le certificat est valide, mais plus pour longtemps.",
            "API Gateway l’accepte jusqu’à sa dernière seconde, et pas au-delà.",
            "Renouvelez-le, ou vérifiez que le renouvellement automatique fonctionne et qu’il recharge le serveur.",
        ),
        Detail::AnchorOutOfDate { .. } => words(
            "La racine n’est pas dans ses dates",
            "La racine à laquelle la chaîne aboutit a expiré, ou n’a pas encore commencé.",
            "L’article d’AWS veut que chaque certificat soit en cours de validité. Un client Java ordinaire ne regarde pas les dates d’une racine à laquelle il se fie : la liste en contient 74 expirées, et un vrai JDK a accepté lors de nos essais des chaînes qui y aboutissent. D’autres clients sont plus stricts.",
            "Rien d’urgent. Au prochain renouvellement, prenez une chaîne vers une racine en cours de validité.",
        ),

        // ---- chain
        Detail::ChainComplete { .. } => words(
            "La chaîne est complète",
            "Depuis le certificat du serveur, chaque émetteur est là, jusqu’à une racine, et chaque signature est bonne.",
            "C’est ce que demande l’exigence 3.",
            "Rien.",
        ),
        Detail::IssuerMissing { .. } => words(
            "Le certificat d’un émetteur manque",
            "Un certificat nomme un émetteur dont le serveur n’envoie pas le certificat, et qui n’est pas une racine de la liste d’AWS.",
            "C’est le défaut le plus courant. Java ne télécharge rien : l’adresse inscrite dans le certificat (AIA) ne sert pas. Les navigateurs le téléchargent, ou l’ont gardé d’un autre site, et tout y semble donc en ordre.",
            "Faites envoyer par le serveur le certificat intermédiaire, juste après le sien. La plupart des autorités fournissent un fichier nommé `fullchain.pem`, `ca-bundle` ou « chaîne » ; dans Apache, c’est `SSLCertificateFile` avec toute la chaîne, dans nginx `ssl_certificate`. La page fabrique ce fichier pour vous.",
        ),
        Detail::SignatureInvalid { .. } => words(
            "Une signature qui n’est pas bonne",
            "Le nom de l’émetteur convient, mais le certificat n’a pas été signé avec sa clé.",
            "Java vérifie chaque signature sur le chemin de la racine. L’article d’AWS ne compare que les noms ; d’après ses commandes, une telle chaîne semble juste.",
            "Les autorités renouvellent leurs certificats intermédiaires sous le même nom avec une autre clé : prenez l’édition qui a signé votre certificat, d’après son identifiant de clé. Si cela ne convient toujours pas, le certificat a été altéré en chemin.",
        ),
        Detail::SignatureUnchecked { .. } => words(
            "Une signature qui n’a pas pu être vérifiée",
            "La signature est d’un genre que cet outil ne calcule pas, comme Ed448.",
            "Ce qu’API Gateway en fait dépend de son Java. Rien ici ne dit que la signature est fausse, seulement qu’elle n’a pas été vérifiée.",
            "Demandez à l’autorité un certificat signé avec SHA-256 et RSA ou ECDSA, que tous les clients vérifient.",
        ),
        Detail::LeafMissing { .. } => words(
            "Le certificat du serveur manque",
            "Seuls des certificats d’autorités ont été donnés.",
            "Le premier certificat qu’un serveur envoie doit être le sien ; sans lui, il n’y a rien à juger.",
            "Placez le certificat du serveur en tête. Si vous avez collé un paquet de votre autorité, collez plutôt ce que le serveur envoie.",
        ),
        Detail::LeafNotFirst { .. } => words(
            "Le certificat du serveur n’est pas le premier",
            "Il y a bien un certificat de serveur, mais un autre se trouve devant lui.",
            "TLS veut le certificat du serveur en premier, et les clients prennent le premier pour le sien (RFC 5246 §7.4.2). Ce qui a été collé est peut-être seulement dans un autre ordre que ce que le serveur envoie.",
            "Placez-le en tête du fichier, suivi de ses certificats intermédiaires.",
        ),
        Detail::WrongOrder { .. } => words(
            "Les certificats ne sont pas dans l’ordre",
            "Tout ce qu’il faut est là, mais un certificat n’est pas suivi de son émetteur.",
            "Java trouve son chemin quel que soit l’ordre ; API Gateway accepte donc la chaîne. La RFC 5246 veut que chaque certificat certifie celui qui le précède, et certains clients y tiennent.",
            "Triez le fichier : le serveur, son émetteur, et ainsi de suite. La page s’en charge.",
        ),
        Detail::Duplicate { .. } => words(
            "Deux fois le même certificat",
            "Un certificat est la copie exacte d’un précédent, le plus souvent parce que deux fichiers qui commencent tous deux par lui ont été mis bout à bout.",
            "Java passe dessus. La copie coûte des octets à chaque négociation, et l’une des dix places que Java permet.",
            "Retirez la copie.",
        ),
        Detail::Stray { .. } => words(
            "Un certificat dont personne n’a besoin",
            "Il n’a émis aucun des autres sur le chemin de la racine, et aucun maillon ne s’en sert : le reste d’une ancienne chaîne, ou un second chemin vers une vieille racine.",
            "Java passe dessus. Il coûte des octets, et l’une des dix places que Java permet.",
            "Retirez-le, à moins que ce ne soit un certificat croisé que vous gardez pour d’anciens clients.",
        ),
        Detail::RootSent { .. } => words(
            "La racine est envoyée elle aussi",
            "La chaîne que le serveur envoie se termine par la racine elle-même.",
            "Un client se fie à sa propre copie de la racine, jamais à celle qu’on lui envoie ; l’envoyer ne sert donc à rien. Avec `insecureSkipVerification` c’est différent : la racine doit alors être envoyée.",
            "Retirez-la du fichier, ou laissez-la ; elle ne gêne pas.",
        ),
        Detail::NotACa { .. } => words(
            "L’émetteur n’est pas une autorité",
            "Un certificat se trouve au-dessus d’un autre dans la chaîne, mais ne se déclare pas autorité (basicConstraints avec `CA:TRUE`).",
            "Si c’était permis, quiconque possède un certificat de serveur pourrait en émettre d’autres. Java le refuse (RFC 5280 §4.2.1.9, §6.1.4).",
            "Faites refaire le certificat intermédiaire comme autorité : `basicConstraints=critical,CA:TRUE`. S’il s’agit en fait d’un certificat de serveur, la chaîne a été mal assemblée.",
        ),
        Detail::OldVersion { .. } => words(
            "Un certificat intermédiaire de version 1 ou 2",
            "Le certificat est dans une ancienne forme de X.509, qui n’a pas d’extensions.",
            "Sans extensions, il ne peut pas se déclarer autorité, et Java n’accepte pas un tel intermédiaire. Les vieilles racines de version 1 sont acceptées, puisque le client les connaît.",
            "Refaites-le en version 3 avec basicConstraints. Avec openssl, il faut pour cela un fichier d’extensions (`-extfile`), ou `req -x509` avec une configuration.",
        ),
        Detail::PathLengthExceeded { .. } => words(
            "Plus d’autorités en dessous qu’il n’est permis",
            "Les basicConstraints d’une autorité fixent un pathLenConstraint, et la chaîne a plus de certificats d’autorités en dessous.",
            "Cette limite s’impose à qui a reçu l’autorité. Java compte et refuse (RFC 5280 §4.2.1.9).",
            "Émettez le certificat du serveur à partir d’une autorité placée assez haut, ou faites refaire l’autorité limitée avec un nombre plus grand.",
        ),
        Detail::NoKeyCertSign { .. } => words(
            "Une autorité intermédiaire qui n’a pas le droit de signer",
            "Le certificat intermédiaire a un keyUsage, mais sans `keyCertSign`.",
            "keyUsage dit à quoi une clé peut servir. Java refuse les certificats signés par une clé qui n’est pas faite pour cela (RFC 5280 §4.2.1.3).",
            "Faites refaire le certificat intermédiaire avec `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::LeafKeyUsage { .. } => words(
            "La clé du serveur n’est pas faite pour TLS",
            "Il manque au keyUsage du certificat du serveur le bit dont l’échange de clés a besoin : `digitalSignature`, ou `keyEncipherment` pour RSA sans ce bit.",
            "Le client de Java demande le bit qui va avec la suite de chiffrement, et refuse sinon le certificat.",
            "Faites-le émettre à nouveau avec `keyUsage=digitalSignature,keyEncipherment` (pour une clé sur une courbe, `digitalSignature` seul).",
        ),
        Detail::EmptyKeyUsage { .. } => words(
            "Un keyUsage qui ne permet rien",
            "L’extension est là, mais aucun des bits que Java connaît n’est mis.",
            "Une clé qui ne peut servir à rien ne peut pas servir à TLS. La RFC 5280 §4.2.1.3 exige au moins un bit.",
            "Faites émettre le certificat à nouveau avec un vrai keyUsage, ou sans keyUsage.",
        ),
        Detail::LeafExtendedKeyUsage { .. } => words(
            "Le certificat n’est pas fait pour un serveur",
            "Le extendedKeyUsage du certificat du serveur énumère des usages, et serverAuth n’en fait pas partie.",
            "Un certificat pour des clients, du code ou du courrier n’est pas celui d’un serveur TLS (RFC 5280 §4.2.1.12). Java dit « Extended key usage does not permit use for TLS server authentication ».",
            "Faites-le émettre à nouveau avec `extendedKeyUsage=serverAuth`. Les autorités internes ont souvent un modèle « serveur web » à côté de celui qui a servi.",
        ),
        Detail::NetscapeCertType { .. } => words(
            "Un type Netscape sans serveur",
            "Le certificat porte la vieille extension de Netscape pour son type, et le serveur SSL n’y figure pas.",
            "Plus personne ne regarde cette extension depuis vingt ans ; Java, si.",
            "Faites émettre le certificat à nouveau sans `nsCertType`.",
        ),
        Detail::NameConstraint { .. } => words(
            "Un nom que l’autorité n’a pas le droit de certifier",
            "Une autorité de la chaîne est limitée à certains noms, et un nom en dessous est en dehors, ou expressément exclu.",
            "Les contraintes de noms bornent une autorité confiée à une organisation. Java les applique au sujet et à chaque nom alternatif (RFC 5280 §4.2.1.10).",
            "Faites émettre le certificat par une autorité qui a le droit de certifier ce nom, ou sans le nom qui est en dehors.",
        ),
        Detail::NameConstraintUnsupported { .. } => words(
            "Des contraintes de noms que Java ne sait pas appliquer",
            "Les contraintes de noms d’une autorité utilisent un genre de nom, un minimum ou un maximum avec lesquels Java ne travaille pas.",
            "Ce qu’un client ne peut pas vérifier, il doit le refuser, puisque l’extension est une limite (RFC 5280 §4.2.1.10).",
            "Faites refaire le certificat de l’autorité avec des contraintes sur des noms DNS, des adresses ou des noms d’annuaire, sans minimum ni maximum.",
        ),
        Detail::PolicyRequired { .. } => words(
            "Une politique est exigée, et manque",
            "Une autorité exige que toute la chaîne ait une politique de certification en commun (policyConstraints, requireExplicitPolicy), et ce n’est pas le cas.",
            "Java construit l’arbre des politiques comme le dit la RFC 5280 §6.1, et refuse la chaîne quand il finit vide.",
            "Faites émettre les certificats avec la politique que l’autorité exige, ou par une autorité qui n’en exige pas.",
        ),
        Detail::PolicyMappingAny { .. } => words(
            "Une correspondance depuis ou vers anyPolicy",
            "Une autorité fait correspondre une politique à anyPolicy, ou anyPolicy à une autre.",
            "La RFC 5280 §4.2.1.5 l’interdit, car toutes les politiques deviendraient égales. Java refuse la chaîne.",
            "Faites refaire le certificat de l’autorité sans cette correspondance.",
        ),
        Detail::PolicyQualifiersCritical { .. } => words(
            "Des politiques critiques avec qualificateurs",
            "Les politiques du certificat sont marquées critiques et portent des qualificateurs, comme l’adresse d’une déclaration de pratiques.",
            "Quand l’extension est critique et qu’il faut chercher un chemin, Java refuse les qualificateurs. Les autorités publiques ne la marquent pas critique.",
            "Faites émettre le certificat à nouveau avec l’extension non critique.",
        ),
        Detail::UnknownCriticalExtension { .. } => words(
            "Une extension critique que Java ne connaît pas",
            "Une extension est marquée critique, et Java n’a pas de code pour elle.",
            "« Critique » signifie : qui ne comprend pas ceci ne doit pas utiliser le certificat (RFC 5280 §4.2). Java s’y tient.",
            "Faites émettre le certificat à nouveau avec cette extension non critique, ou sans elle.",
        ),
        Detail::WeakSignature { .. } => words(
            "Signé avec un algorithme désactivé",
            "Le certificat est signé avec MD5 ou MD2.",
            "De telles signatures peuvent être contrefaites. Le JDK les désactive pour toutes les chaînes (`jdk.certpath.disabledAlgorithms`).",
            "Faites émettre le certificat à nouveau, signé avec SHA-256 ou mieux.",
        ),
        Detail::SignatureNotOffered { .. } => words(
            "Une signature que le client de Java n’accepte pas",
            "Le certificat est signé avec un algorithme que Java sait peut-être calculer, mais qu’il ne propose pas dans sa négociation.",
            "Dans son message d’ouverture, le client énumère ce qu’il accepte, et refuse une chaîne qui contient autre chose.",
            "Faites émettre le certificat à nouveau avec RSA et SHA-256, ou avec ECDSA.",
        ),
        Detail::WeakKey { .. } => words(
            "Une clé trop courte",
            "La clé est sous la limite inférieure de Java : 1024 bits pour RSA et DSA, 224 pour les courbes.",
            "Des clés de cette taille peuvent être cassées. Le JDK les désactive pour toutes les chaînes (`jdk.certpath.disabledAlgorithms`).",
            "Créez une nouvelle clé, RSA de 2048 bits ou P-256, et faites émettre le certificat pour elle.",
        ),
        Detail::CurveUnsupported { .. } => words(
            "Une courbe que Java ne connaît pas",
            "La clé est sur une courbe elliptique autre que P-256, P-384 et P-521.",
            "Java a retiré les autres ; il ne peut donc pas vérifier une signature faite avec une telle clé.",
            "Créez une nouvelle clé sur P-256 et faites émettre le certificat pour elle.",
        ),
        Detail::Malformed { .. } => words(
            "Un certificat que Java ne peut pas lire",
            "Le certificat enfreint une règle de codage à laquelle le lecteur de Java tient.",
            "Java lit chaque certificat du message avant de chercher un chemin. Un seul qu’il ne peut pas lire met fin à la négociation, même superflu. D’autres programmes sont parfois plus patients.",
            "Faites émettre le certificat à nouveau avec un outil courant. S’il n’est pas nécessaire dans la chaîne, retirez-le.",
        ),
        Detail::TooManyCertificates { .. } => words(
            "Plus de dix certificats",
            "Le serveur envoie plus de certificats que Java n’en lit dans une négociation (`jdk.tls.maxCertificateChainLength`).",
            "Java compte avant d’en regarder un seul. Cela arrive quand tout un paquet de racines a été configuré comme chaîne.",
            "Envoyez le certificat du serveur et ses certificats intermédiaires, trois ou quatre en tout.",
        ),
        Detail::MessageTooLarge { .. } => words(
            "Plus de 32 Ko de certificats",
            "Le message qui porte les certificats est plus long que ce que Java lit dans une négociation (`jdk.tls.maxHandshakeMessageSize`).",
            "Java le refuse sans le lire. Cela arrive avec un paquet de racines en guise de chaîne, ou un certificat pour des centaines de noms.",
            "N’envoyez que la chaîne. Si un seul certificat est aussi gros, répartissez ses noms sur plusieurs.",
        ),
        Detail::PathTooLong { .. } => words(
            "Plus d’intermédiaires que Java n’en essaie",
            "Le chemin vers la racine a plus de cinq certificats intermédiaires, et les certificats ne sont pas dans l’ordre.",
            "Le chercheur de chemins de Java ne va pas plus loin ; il n’atteint donc jamais la racine.",
            "Envoyez les certificats dans l’ordre, ou faites émettre le certificat par une autorité plus proche de la racine.",
        ),
        Detail::KeyIdentifierMismatch { .. } => words(
            "Les identifiants de clé diffèrent",
            "Le certificat désigne la clé de son émetteur par un identifiant, et l’émetteur appelle sa clé autrement.",
            "Les identifiants aident à trouver l’émetteur ; c’est la signature qui décide, et elle est bonne. Java continue ; openssl refuse une telle chaîne.",
            "Rien pour API Gateway. Pour les autres, faites émettre le certificat à nouveau avec l’identifiant de l’émetteur.",
        ),
        Detail::AnchorIdentifierMismatch { .. } => words(
            "La racine de la liste a un autre identifiant",
            "Une racine du bon nom est reconnue, mais le certificat en demande une avec un autre identifiant de clé ou un autre numéro de série.",
            "Quand Java choisit parmi les racines, il écarte celles dont l’identifiant diffère, et ne trouve alors aucun chemin, même si la signature convient.",
            "Faites émettre le certificat à nouveau, avec l’identifiant de clé de la racine, ou sans identifiant d’autorité.",
        ),
        Detail::NoPath { .. } => words(
            "Java ne trouve pas de chemin vers une racine",
            "Tout semble être là, mais le chercheur de chemins de Java n’arrive pas du certificat du serveur à une racine à laquelle il se fie.",
            "Cela arrive quand les certificats ne sont pas dans l’ordre et que le seul chemin passe par un certificat que Java n’utilise pas, comme une copie expirée de la racine. Le message est « unable to find valid certification path to requested target ».",
            "Envoyez les certificats dans l’ordre, sans copies ni certificats étrangers ; ce qui reste faux a alors son propre constat.",
        ),
        Detail::SearchEnded { .. } => words(
            "La recherche a été arrêtée",
            "Les certificats permettent tant de chemins, ou tant de comparaisons de noms avec des contraintes, que le jugement a été arrêté à sa limite de travail.",
            "Java n’a pas de telle limite et continuerait longtemps ; aucune chaîne de serveur n’en a besoin. La chaîne compte comme refusée.",
            "N’envoyez que la chaîne elle-même. Si une autorité avec des centaines de contraintes a émis un certificat avec des centaines de noms, réduisez les unes ou les autres.",
        ),
        Detail::AnchorUnfit { .. } => words(
            "Une racine que Java ne prend pas pour telle",
            "La chaîne aboutit à une racine reconnue, mais qui nie être une autorité : basicConstraints sans `CA:TRUE`, ou keyUsage sans `keyCertSign`.",
            "Le JDK le vérifie aussi de la racine, au bout du chemin. Les racines de la liste d’AWS conviennent ; une racine privée envoyée avec `insecureSkipVerification` peut ne pas convenir.",
            "Refaites la racine avec `basicConstraints=critical,CA:TRUE` et `keyUsage=critical,keyCertSign,cRLSign`.",
        ),

        // ---- key-size
        Detail::KeyWithinLimit { .. } => words(
            "La clé respecte la limite",
            "La clé RSA du serveur ne dépasse pas 2048 bits.",
            "C’est ce que demande l’exigence 4.",
            "Rien.",
        ),
        Detail::KeyTooLarge { .. } => words(
            "Une clé de serveur de plus de 2048 bits",
            "La clé RSA du serveur a plus de bits que l’article d’AWS n’en permet.",
            "L’article dit que le certificat ne doit pas dépasser 2048 bits. Java lui-même ne fixe pas de limite supérieure, et l’on ne connaît aucun cas de serveur refusé pour cela seul : c’est une exigence sur le papier, et peut-être pas ce qui casse. Regardez d’abord les autres constats.",
            "Faites émettre le certificat à nouveau pour une clé RSA de 2048 bits, ou pour une clé sur P-256. Les clés des autorités au-dessus peuvent être plus longues.",
        ),
        Detail::EllipticKey { .. } => words(
            "Une clé sur une courbe elliptique",
            "La clé du serveur n’est pas RSA, mais sur une courbe comme P-256.",
            "La limite de 2048 bits d’AWS est écrite pour RSA ; 256 bits sur une courbe valent 3072 bits de RSA, et sont sous le nombre. Java accepte P-256, P-384 et P-521.",
            "Rien.",
        ),
        Detail::OtherKey { .. } => words(
            "Une clé d’un autre genre",
            "La clé du serveur n’est ni RSA ni sur une courbe habituelle ; c’est par exemple une clé Ed25519 ou DSA.",
            "La limite d’AWS n’en parle pas. Qu’une négociation réussisse dépend de ce que propose le Java d’API Gateway, ce qu’aucun certificat ne montre.",
            "Pour plus de sûreté, utilisez RSA avec 2048 bits ou P-256.",
        ),
        Detail::CaKey { .. } => words(
            "La clé d’une autorité",
            "La taille de la clé d’un certificat intermédiaire ou d’une racine, à titre d’information.",
            "La limite d’AWS vise le certificat du serveur : 59 des racines non expirées de sa propre liste ont 4096 bits.",
            "Rien.",
        ),
    }
}
