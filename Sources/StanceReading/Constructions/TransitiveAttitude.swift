import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo rejected the plan*, *the minister condemned the strike*, *Vilnius was criticised by Minsk*:
/// a verb whose subject takes a position on its object.
enum TransitiveAttitude: Construction {
  static let summary =
    "A verb whose subject takes a position on its object, in the active or passive voice."
  static let name = "transitive-attitude"
  static let precision = 0.87
  static let examples: [ConstructionExample] = [
    .reads("Norway rejected the trade agreement.", as: "country:NO oppose issue:trade-agreement"),
    .reads("Estonia did not support sanctions on Serbia.", as: "country:EE oppose issue:sanctions"),
    .reads("The resolution was backed by Ghana.", as: "country:GH support proposition:resolution"),
    .readsNothing("Norway might have rejected the trade agreement if asked."),
    .readsNothing("Norway stood beside the microphone."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    guard let cue = context.cues[token], cue.partOfSpeech == .verb, cue.polarity != 0,
      [.attitude, .act, .benefactive].contains(cue.kind),
      case .asserted(let above, let modality) = context.veridicality(of: token),
      modality != .possible
    else { return [] }
    if context.isJudged(token) { return [] }
    // An act that decides an issue is read as that.
    if let match = context.issue(at: token), match.pattern.isAct { return [] }
    let holders = context.holders(of: cue, token)
    let targets = context.targets(of: cue, token)
    guard !holders.isEmpty, !targets.isEmpty else { return [] }
    var sign = cue.polarity * above
    var confidence = 1.0
    if context.isNegated(token) {
      // Not to support is to oppose; not to condemn is no position.
      guard cue.polarity > 0 || above < 0 || cue.isExclusion else { return [] }
      // `neither supports nor opposes` takes no side; the object may hang on either verb.
      let others = context.tree.conjuncts(of: token).flatMap {
        context.lexicon.rows(head: context.lemmas[$0])
      }
      guard
        !others.contains(where: {
          $0.partOfSpeech == .verb && $0.kind == .attitude && $0.words.count == 1
            && $0.polarity == -cue.polarity
        })
      else { return [] }
      sign = -sign
      confidence = 0.85
    }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: targets, sign: sign, strength: cue.strength,
      modality: modality == .asserted ? cue.modality : modality,
      isOwnAct: (cue.kind == .act && cue.polarity > 0)
        || ["reject", "rule", "accept", "exclude"].contains(cue.words[0]),
      confidence: confidence)
  }
}
