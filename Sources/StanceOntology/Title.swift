/// A title that stands before a name or for its bearer: *President*, *Foreign Minister*, *MP*.
public struct Title: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case honorific, office, rank, profession, body, modifier
  }

  /// Whether what the bearer says is the position of the government or organisation.
  public enum SpeaksFor: String, Sendable, CaseIterable {
    case yes, no, sometimes
  }

  public var id: String
  public var title: String
  public var kind: Kind
  public var gender: Gender?
  public var speaksFor: SpeaksFor?
  /// The class of `offices.tsv` that the title belongs to; nil for a form of address.
  public var officeClass: String?
  /// Whether the form that was looked up is the plural.
  public var isPlural: Bool
}
