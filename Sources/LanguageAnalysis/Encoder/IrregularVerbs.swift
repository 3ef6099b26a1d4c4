/// Past forms of English verbs that no ending gives, for words that the training data lacks (`upheld`, `overrode`).
enum IrregularVerbs {
  /// The lemma of a past tense or past participle in lower case; nil for regular ones.
  static func lemma(of form: String) -> String? {
    if let lemma = lemmas[form] { return lemma }
    for prefix in prefixes where form.hasPrefix(prefix) {
      if let lemma = lemmas[String(form.dropFirst(prefix.count))] { return prefix + lemma }
    }
    return nil
  }

  private static let prefixes = [
    "re", "over", "under", "out", "mis", "with", "for", "fore", "up", "un", "inter", "pre",
  ]

  private static let lemmas: [String: String] = {
    var lemmas: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map { String($0) }
      for form in words.dropFirst() { lemmas[form] = words[0] }
    }
    return lemmas
  }()

  /// A lemma and its forms; those that are another verb's lemma, too (`found`, `lay`, `saw`), are left out.
  private static let table = """
    arise arose arisen
    awake awoke awoken
    bear bore borne
    beat beaten
    become became
    begin began begun
    behold beheld
    bend bent
    bid bade bidden
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    cling clung
    come came
    creep crept
    deal dealt
    dig dug
    do did done
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    dwell dwelt
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    flee fled
    fling flung
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    forgive forgave forgiven
    forsake forsook forsaken
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grind ground
    grow grew grown
    hang hung
    have had
    hear heard
    hide hid hidden
    hold held
    keep kept
    kneel knelt
    know knew known
    lead led
    lean leant
    leap leapt
    learn learnt
    leave left
    lend lent
    light lit
    lose lost
    make made
    mean meant
    meet met
    mow mown
    pay paid
    plead pled
    prove proven
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see seen
    seek sought
    sell sold
    send sent
    shake shook shaken
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    slide slid
    sling slung
    sneak snuck
    sow sown
    speak spoke spoken
    speed sped
    spell spelt
    spend spent
    spill spilt
    spin spun
    spit spat
    spoil spoilt
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    stink stank stunk
    stride strode
    strike struck stricken
    string strung
    strive strove striven
    swear swore sworn
    sweep swept
    swell swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    tread trod trodden
    understand understood
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    wind wound
    wring wrung
    write wrote written
    """
}
