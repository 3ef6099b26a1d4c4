import StanceModel
import StanceOntology

/// A position as a construction reads it, before it has evidence and an id.
struct Reading {
  var construction: String
  var holder: EntityID
  /// The token that carries the attitude.
  var cue: Int
  var cueWords: String
  var target: Target
  /// The predicate or noun where the walk from the cue ended.
  var content: Int
  /// 1 or -1 towards the target.
  var polarity: Int
  var modality: Modality
  var strength: Int
  /// 0 to 1.
  var confidence: Double
  var trace: [TraceStep]
  /// Tokens that the walk went through: cues among them are read already.
  var path: [Int]
}

/// A grammatical construction that states a position. One file each, with its own examples.
protocol Construction: Sendable {
  /// Its name in traces, in `--help` and in the docs.
  static var name: String { get }
  /// What it reads, in a sentence, for the docs.
  static var summary: String { get }
  /// Sentences of our own that it reads, and near misses that it must not.
  static var examples: [ConstructionExample] { get }
  /// The share of its statements that are right on the articles that it was made with
  /// (`scripts/calibrate_confidence.py`), drawn towards 0.8 as by five more statements, where nothing makes it less sure.
  static var precision: Double { get }

  /// The positions that the construction states with this token as its head.
  static func read(_ token: Int, in context: Context) -> [Reading]
}

/// A sentence that shows what a construction reads.
struct ConstructionExample: Sendable, CustomStringConvertible {
  var sentence: String
  /// `holder polarity target`, or nil where nothing may be read by this construction.
  var reads: String?

  static func reads(_ sentence: String, as reading: String) -> ConstructionExample {
    ConstructionExample(sentence: sentence, reads: reading)
  }

  static func readsNothing(_ sentence: String) -> ConstructionExample {
    ConstructionExample(sentence: sentence, reads: nil)
  }

  var description: String { sentence }
}
