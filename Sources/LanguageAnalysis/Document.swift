public import ArticleReading
import SourceText
public import StanceOntology

/// The type of a name or of a phrase that refers to someone.
public enum MentionType: String, Sendable {
  case person, organization, location
  /// A definite noun phrase or pronoun that refers to an actor (`the government`, `it`).
  case nominal, pronoun
}

/// A phrase that refers to an entity.
public struct Mention: Sendable, Hashable {
  /// The tokens of the phrase; they are contiguous.
  public var tokens: Range<Int>
  /// The syntactic head, a token of the range.
  public var head: Int
  public var type: MentionType
  /// The entity it stands for, where it is known; unknown names get an id made of the name.
  public var entity: EntityID?
  /// Other entities it may stand for, best first, where the name is ambiguous.
  public var alternatives: [EntityID]
  /// The id of what the name itself names, `kind:key`, where that is not `entity`: a city that is only a
  /// place, a ministry that acts for its country.
  public var named: String?
  /// The coreference chain, an index into `Document.chains`.
  public var chain: Int?

  public init(
    tokens: Range<Int>, head: Int, type: MentionType, entity: EntityID? = nil,
    alternatives: [EntityID] = [], named: String? = nil, chain: Int? = nil
  ) {
    self.tokens = tokens
    self.named = named
    self.head = head
    self.type = type
    self.entity = entity
    self.alternatives = alternatives
    self.chain = chain
  }
}

/// What somebody is reported to have said, thought or wanted.
public struct Quotation: Sendable, Hashable {
  public enum Kind: String, Sendable { case direct, indirect, mixed }

  /// What the source does with the content.
  public enum Standing: String, Sendable {
    /// Says or thinks that it is so.
    case statement
    /// Wants, intends, asks for or judges it, without a clause that says so (`vowed to leave`).
    case attitude
    /// The report itself is denied, asked, wished or supposed (`did not say that`, `if he says`).
    case open
  }

  public var kind: Kind
  public var standing: Standing
  /// The words said, as token ranges: in two parts where the cue stands between. Quotation marks that
  /// enclose them or a part of them belong to it.
  public var content: [Range<Int>]
  /// The cue (`said`, `according to`), where there is one.
  public var cue: Range<Int>?
  /// The head token of the phrase that names the speaker.
  public var sourceHead: Int?
  public var source: Range<Int>?
  /// The speaker, where he is known.
  public var speaker: EntityID?
  /// The quotation it stands in, an index into `Document.quotations`.
  public var parent: Int?

  public init(
    kind: Kind, content: [Range<Int>], cue: Range<Int>? = nil, sourceHead: Int? = nil,
    source: Range<Int>? = nil, speaker: EntityID? = nil, parent: Int? = nil,
    standing: Standing = .statement
  ) {
    self.kind = kind
    self.standing = standing
    self.content = content
    self.cue = cue
    self.sourceHead = sourceHead
    self.source = source
    self.speaker = speaker
    self.parent = parent
  }
}

/// An article and its analysis.
public struct Document: Sendable {
  public var article: Article
  public var tokens = Tokens()
  public var sentences: [Sentence] = []
  /// The names as the encoder reads them, before linking, as ranges of tokens.
  public var names: [NamePhrase] = []
  /// In order of their first token; a longer one before one inside it.
  public var mentions: [Mention] = []
  public var quotations: [Quotation] = []
  /// Coreference chains of actors: indices into `mentions`, in text order, two or more each.
  public var chains: [[Int]] = []
  /// Coreference chains of all noun phrases, actors or not: ranges of tokens, two or more each.
  public var coreference: [[Range<Int>]] = []

  public init(article: Article) { self.article = article }
}
