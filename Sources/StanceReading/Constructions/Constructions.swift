/// Every construction, in the order in which a clause is offered to them: of two that read the same words of one
/// holder, the earlier wins. A new construction is one file and one line here.
let constructions: [any Construction.Type] = [
  TransitiveAttitude.self,
  Intention.self,
  Demand.self,
  StanceAdjective.self,
  NominalStance.self,
  ProposedThing.self,
  PassiveEvaluation.self,
  CopularEvaluation.self,
  VerbalEvaluation.self,
  ExistentialEvaluation.self,
  Specification.self,
  Condition.self,
  Obligation.self,
  OwnCommitment.self,
  ScheduledAct.self,
  Imperative.self,
  PolicyAct.self,
  PolicyStep.self,
  Purpose.self,
]
