/// Why a text does not commit to what a predicate says, and the word that shows it.
struct Suspension {
  enum Reason: CaseIterable {
    /// The sentence, or the quotation, asks.
    case question
    /// `not all states support it`
    case ofSomeOnly
    /// `is yet to ratify it`, `when it leaves`
    case yetToCome
    /// `should`, `must`
    case obligation
    /// `if`, `whether`, `until`
    case condition
    /// Under a word of wishing, asking, judging or acting.
    case governed
    /// Under a negated word.
    case underNegation
    /// Under a word that says that it is not so: `failed to`, `denied that`.
    case denied
    /// `to end it`: an aim.
    case infinitive
    /// `without`, `instead of`
    case excluded
    /// `the claim that`, `a plan to`
    case contentOfNoun
    /// What another predicate judges: `to leave is unwise`.
    case judged
  }

  var reason: Reason
  /// The token whose words are shown.
  var token: Int

  init(_ reason: Reason, _ token: Int) {
    self.reason = reason
    self.token = token
  }

  /// The reason for people.
  ///
  /// - Parameter word: the word itself.
  func words(_ word: String) -> String {
    switch reason {
    case .question: "it is asked, not said"
    case .ofSomeOnly: "it is said of some only"
    case .yetToCome: "it is yet to come (“\(word)”)"
    case .obligation: "it only ought to be (“\(word)”)"
    case .condition: "it stands under “\(word)”"
    case .governed: "it stands under “\(word)”, as what is wanted, asked for, done or judged"
    case .underNegation: "it stands under “\(word)”, which is negated"
    case .denied: "it stands under “\(word)”, which says that it is not so"
    case .infinitive: "it is an aim, not told as done"
    case .excluded: "it stands under “\(word)”"
    case .contentOfNoun: "it stands under the noun “\(word)”, not told as done"
    case .judged: "it is what “\(word)” judges"
    }
  }
}
