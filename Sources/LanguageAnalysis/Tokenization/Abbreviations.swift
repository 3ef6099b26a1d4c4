/// Words that keep their period, and what the period may mean besides.
enum Abbreviations {
  enum Rule: UInt8 {
    /// Stands before a name (`Gen. Abdi`): no sentence ends here.
    case title
    /// Stands before a number (`No. 4`), else it is a word of its own.
    case beforeNumber
    /// A month or a day, where a capital begins it.
    case date
    /// Ends a company's or a person's name; the sentence may end with it.
    case suffix
    /// A state of the United States, behind a comma only.
    case state
    /// Running text goes on behind it (`e.g.`).
    case inner
    /// `St. Paul` or `Main St.`
    case saint
    /// May stand at a sentence's end (`etc.`).
    case closing
  }

  static let rules: [String: Rule] = {
    var rules: [String: Rule] = [:]
    func add(_ rule: Rule, _ words: String) {
      for word in words.split(separator: " ") { rules[String(word)] = rule }
    }
    add(
      .title,
      """
      mr mrs ms messrs dr prof rev fr hon gen lt col maj capt cmdr cpl sgt adm brig cdr sen sens rep reps gov \
      govs pres amb supt insp det atty ste mt ft mlle mme gens lts cols profs drs
      """)
    add(.beforeNumber, "no nos ext tel art sec fig figs p pp vol vols ch eq ca c b d m op par para")
    add(
      .date,
      "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    )
    add(.suffix, "inc corp co ltd bros plc jr sr esq ave blvd rd llc assn dept univ intl natl")
    add(
      .state,
      """
      ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore \
      pa tenn tex va vt wash wis wyo
      """)
    add(.inner, "vs v eg ie cf approx esp viz resp attn incl excl est al")
    add(.closing, "etc yrs mins hrs")
    add(.saint, "st")
    return rules
  }()

  /// Abbreviations with inner periods whose parts have more than one letter.
  static let compound: Set<String> = [
    "ph.d", "b.sc", "m.sc", "ed.d", "ll.b", "ll.m", "d.phil", "m.phil",
  ]

  /// Names of time zones, which may follow `a.m.` with a capital.
  static let timeZones: Set<String> = [
    "GMT", "UTC", "BST", "CET", "EST", "EDT", "ET", "CST", "CDT", "CT", "PST", "PDT", "PT", "MST",
    "MDT", "IST",
    "Eastern", "Central", "Pacific", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
    "Saturday",
    "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]

  /// Words that, with a capital, begin a sentence rather than go on with a name.
  static let sentenceStarters: Set<String> = {
    let words = """
      a about according additionally after afterwards all also although among an and another any anyone are as \
      at back because before being both but by can could despite did do does due during each earlier either \
      even ever every everyone few finally first following for from further furthermore given had has have he \
      hence her here his how however i if in indeed instead is it its just last later like many maybe meanwhile \
      more moreover most much my neither nevertheless next no nobody none nor not nothing now of on once one \
      only or other others our over perhaps please rather recently several she should similarly since so some \
      someone something sometimes soon still such that the their then there therefore these they this those \
      though three through thus to today together tomorrow two under unless unlike until upon was we were what \
      when where whether which while who whoever whose why will with within without would yes yesterday yet you \
      your
      """
    return Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }()
}
