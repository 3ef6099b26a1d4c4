/// What stopped a word that could carry a stance, and how far it had come.
struct CueFailure {
  /// The checks in the order in which constructions make them.
  enum Stage: Int {
    /// The tables have the word, but not as it stands here.
    case unfit
    /// It takes no side.
    case sideless
    case position, assertion, holder, target, negation, content, construction
    /// A construction read it, and the reading was not kept.
    case setAside
  }

  var stage: Stage
  var words: String

  init(_ stage: Stage, _ words: String) {
    self.stage = stage
    self.words = words
  }
}
