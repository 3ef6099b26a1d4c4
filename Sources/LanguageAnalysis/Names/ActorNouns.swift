/// Common nouns that refer to people and bodies that can hold a position.
enum ActorNouns {
  /// Bodies and people that act for a country when a country stands beside them (`the Turkish government`).
  static let ofGovernment: Set<String> = [
    "administration", "ambassador", "army", "authority", "cabinet", "congress", "court",
    "delegation", "department", "diplomat", "embassy", "envoy",
    "force", "government", "judiciary", "junta", "leadership", "legislature",
    "military", "ministry", "mission", "monarchy", "navy", "negotiator", "official", "parliament",
    "presidency", "regime", "ruler", "senate", "side", "spokesman", "spokesperson", "spokeswoman",
    "treasury", "troops", "troop", "warplane", "delegate", "counterpart",
    "minister", "policymaker", "representative",
  ]

  /// Of these, those that a country has in others: `the mission in Norland` is not Norland's.
  static let sentAbroad: Set<String> = [
    "ambassador", "delegation", "diplomat", "embassy", "envoy", "force", "mission", "navy",
    "negotiator", "troop", "troops", "warplane",
  ]

  /// Bodies that are a government without naming a country (`the government`).
  static let governments: Set<String> = [
    "government", "administration", "regime", "authority", "cabinet", "ministry", "junta",
  ]

  /// People who speak for whoever stands beside them.
  static let spokespeople: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "spokespeople", "official", "representative",
    "envoy", "diplomat", "negotiator", "delegate",
  ]

  /// Words for a country.
  static let polities: Set<String> = [
    "country", "nation", "state", "kingdom", "republic", "island",
  ]

  /// Words for a part of a country or an area of several.
  static let territories: Set<String> = [
    "region", "territory", "peninsula", "province", "oblast", "enclave", "archipelago",
  ]

  /// Words for an organisation.
  static let organizations: Set<String> = [
    "alliance", "bloc", "union", "organisation", "organization", "group", "agency", "party",
    "movement", "company", "firm", "council", "court", "commission", "committee", "body",
    "ministry",
    "department", "parliament", "network", "broadcaster", "newspaper", "association", "institute",
    "charity", "militia", "army", "police", "senate", "congress", "chamber", "federation", "bank",
    "coalition", "league", "airline", "foundation", "university", "embassy", "watchdog",
  ]

  /// Bodies without a name of their own that are many people.
  static let collectives: Set<String> = [
    "opposition", "police", "public", "crowd", "electorate", "media", "press", "majority",
    "minority", "population", "clergy", "family", "team", "mob",
  ]

  /// People by what they do, feel or are, in the singular.
  static let people: Set<String> = [
    "academic", "accused", "activist", "adviser", "advisor", "advocate", "aide", "ally", "analyst",
    "archbishop",
    "artist", "asylum-seeker", "attorney", "author", "backer", "banker", "bishop", "boss",
    "businessman", "businesswoman", "campaigner", "candidate", "cardinal", "chancellor", "chairman",
    "chairwoman", "chief", "citizen", "civilian", "cleric", "commander", "commentator",
    "commissioner", "conservative", "correspondent", "councillor", "critic", "dealer", "defender",
    "delegate", "democrat", "demonstrator", "deputy", "detainee", "dictator", "diplomat",
    "dissident", "doctor", "donor", "driver", "economist", "editor", "employee", "employer", "emir",
    "engineer", "envoy", "executive", "exile", "expert", "farmer", "father", "fighter", "fisherman",
    "founder", "general", "governor", "guard", "guest", "historian", "hostage", "immigrant",
    "industrialist", "inhabitant", "insider", "inspector", "insurgent", "investigator", "investor",
    "islamist", "judge", "journalist", "king", "lawmaker", "lawyer", "leader", "legislator",
    "liberal", "lobbyist", "local", "loyalist", "man", "manager", "marcher", "mayor", "member",
    "migrant", "militant", "minister", "monarch", "monitor", "mother", "mp", "nationalist",
    "negotiator", "neighbour", "neighbor", "nurse", "observer", "officer", "official", "onlooker",
    "opponent", "organiser", "organizer", "owner", "pacifist", "parent", "participant", "passenger",
    "patient", "people", "person", "physician", "pilot", "politician", "pope", "premier",
    "president", "priest", "prime-minister", "prince", "princess", "prisoner", "professor",
    "prosecutor", "protester", "protestor", "queen", "rebel", "refugee", "relative", "reporter",
    "representative", "republican", "researcher", "resident", "reviewer", "rival", "royal", "ruler",
    "scholar", "scientist", "secretary", "seeker", "senator", "separatist", "settler", "sheikh",
    "shopkeeper", "socialist", "soldier", "specialist", "spokesman", "spokesperson", "spokeswoman",
    "staffer", "strategist", "striker", "student", "sultan", "supporter", "survivor", "teacher",
    "terrorist", "trader", "tourist", "traveller", "unionist", "veteran", "victim", "villager",
    "volunteer", "voter", "witness", "woman", "worker", "writer", "youth", "islander",
    "interviewee", "spectator", "sponsor", "watcher", "authority", "peer", "youngster", "child",
    "visitor", "attendee", "skeptic", "sceptic", "hardliner", "moderate", "partner", "signatory",
    "counterpart", "lender",
    "creditor", "regulator", "mediator", "consumer", "manufacturer", "producer", "importer",
    "exporter", "trade-unionist", "imam", "nobleman", "dean", "senior", "dignitary", "source",
    "defendant",
    "colleague", "friend", "sheriff", "pastor", "juror", "plaintiff", "suspect", "constable",
    "coroner", "captain", "colonel", "lieutenant", "sergeant", "admiral", "rabbi", "nun",
    "monk", "chef", "coach", "athlete", "pensioner", "tenant", "commuter", "evacuee", "returnee",
    "deportee", "informant", "whistleblower", "bureaucrat", "technocrat", "oligarch", "magnate",
    "tycoon", "peacekeeper", "congressman", "congresswoman", "congressperson", "backbencher",
    "frontbencher", "undersecretary", "ombudsman", "mufti", "patriarch", "metropolitan",
    "vicar", "rector", "provost", "wife", "husband", "widow", "widower", "daughter", "son",
    "brother", "sister", "sibling", "uncle", "aunt", "cousin", "nephew", "niece", "grandson",
    "granddaughter", "grandfather", "grandmother", "fiancé", "fiancée", "girlfriend", "boyfriend",
    "boy", "girl", "conservationist", "environmentalist", "ecologist", "feminist", "abolitionist",
    "climatologist", "epidemiologist", "jurist", "columnist", "docker", "dockworker", "miner",
    "fisher", "trucker", "whaler", "sailor", "seafarer", "carmaker", "automaker", "steelmaker",
    "chipmaker", "drugmaker", "retailer", "rancher", "herder", "landowner", "taxpayer",
    "firefighter",
    "chieftain", "warlord", "jihadist", "extremist", "monarchist", "royalist", "leftist",
    "centrist",
    "populist", "communist", "dissenter", "petitioner", "complainant", "claimant", "litigant",
  ]

  /// Plurals of bodies, which are a group (`human rights groups`, `European governments`).
  static let groupable: Set<String> = organizations.union(polities).union([
    "government", "force", "troop", "authority", "power", "camp", "club", "community", "tribe",
    "faction", "outlet", "municipality", "member-state", "ngo", "regime", "parliament", "school",
    "church",
  ])

  /// Words that count some of those who stand behind an `of` (`a number of senators`).
  static let quantities: Set<String> = [
    "number", "majority", "some", "one", "many", "several", "most", "dozen", "hundred", "thousand",
    "million", "half", "lot", "couple", "handful", "few", "two", "three", "others", "other",
  ]

  /// Nouns for what is written or said; who speaks is the one it comes from (`a statement from X said`).
  static let documents: Set<String> = [
    "statement", "report", "letter", "document", "tweet", "post", "message", "survey", "poll",
    "memo", "communique", "communiqué", "speech", "resolution", "declaration", "editorial", "note",
    "study", "filing", "release", "article", "account", "email", "review", "comment", "remark",
    "research", "data", "datum", "figure", "investigation", "inquiry", "analysis", "paper",
    "record", "statistics", "statistic", "result", "audit", "cable", "transcript", "estimate",
    "finding", "projection", "count", "tally", "census", "index", "indictment", "ruling",
    "judgment", "judgement", "verdict", "lawsuit", "complaint", "affidavit", "bulletin",
    "manifesto", "dossier", "leaflet",
  ]

  static let male: Set<String> = [
    "man", "spokesman", "businessman", "king", "prince", "father", "son", "brother", "husband",
    "chairman", "fisherman", "nobleman", "boy", "congressman", "emir", "sheikh", "sultan", "pope",
    "uncle", "nephew", "grandson", "grandfather", "widower", "boyfriend", "fiancé", "monk", "imam",
  ]
  static let female: Set<String> = [
    "woman", "spokeswoman", "businesswoman", "queen", "princess", "mother", "daughter", "sister",
    "wife", "chairwoman", "girl", "congresswoman", "aunt", "niece", "granddaughter", "grandmother",
    "widow", "girlfriend", "fiancée", "nun",
  ]

  /// Whether a noun, by its lemma, names people or a body.
  static func isActor(_ lemma: String) -> Bool {
    let word = lemma.lowercased()
    return people.contains(word) || organizations.contains(word) || collectives.contains(word)
      || ofGovernment.contains(word) || polities.contains(word)
  }

  /// Whether a noun that somebody is quoted by names people by its form: `firefighter`, `environmentalist`.
  static func isAgentive(_ lemma: String) -> Bool {
    lemma.utf8.count > 4 && agentEndings.contains { lemma.hasSuffix($0) }
      && !written.contains(lemma) && !documents.contains(lemma) && !isBody(lemma)
  }

  private static func isBody(_ lemma: String) -> Bool {
    organizations.contains(lemma) || ofGovernment.contains(lemma) || polities.contains(lemma)
      || territories.contains(lemma) || collectives.contains(lemma) || groupable.contains(lemma)
  }

  private static let agentEndings = ["er", "or", "ist", "ian", "ant", "man", "woman", "ee", "crat"]
  /// What is written or shown, with such an ending.
  private static let written: Set<String> = [
    "order", "chapter", "poster", "banner", "sticker", "number", "matter", "ledger", "offer",
    "trailer", "flier", "flyer", "marker", "register", "charter", "placard", "barometer", "paper",
    "tracker", "disclaimer", "meter", "counter", "computer", "folder", "newsletter", "covenant",
    "warrant", "grant", "guarantee", "centre", "center",
  ]

  /// The plural of a noun in lower case, as ids of groups have it.
  static func plural(of noun: String) -> String {
    if let irregular = irregular[noun] { return irregular }
    if noun.hasSuffix("man") && noun != "human" && noun.count > 3 {
      return String(noun.dropLast(3)) + "men"
    }
    let last = noun.last ?? " "
    if last == "y", let before = noun.dropLast().last, !"aeiou".contains(before) {
      return String(noun.dropLast()) + "ies"
    }
    if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch") || noun.hasSuffix("sh") {
      return noun + "es"
    }
    return noun + "s"
  }

  private static let irregular: [String: String] = [
    "person": "people", "people": "people", "child": "children", "police": "police",
    "media": "media", "medium": "media", "opposition": "opposition", "public": "public",
    "press": "press", "staff": "staff", "man": "men", "woman": "women", "troops": "troops",
  ]
}
