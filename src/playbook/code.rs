//! What only a playbook can have wrong.

use crate::source::code::codes;

codes! {
    /// What a playbook can have wrong beside the review that it names.
    OF_PAIRS;
    ReviewDiffers = "review-differs", Warning, "A question takes nothing over from the review that the playbook names.",
        "Give both questions the same type and the same options, or take `from_review` out.";
}

codes! {
    /// What only a playbook can have wrong, in the order of the manual.
    OF_PLAYBOOKS;
    TooManyFiles = "too-many-files", Error, "A playbook has more than 64 files.",
        "Join some of the files.";
    DuplicateHead = "duplicate-head", Error, "Two files of one playbook both have `[playbook]`, `[counts]` or `[facts]`.",
        "Keep the table in one of the files.";
    UnknownPhase = "unknown-phase", Error, "An item stands in a phase that is not declared.",
        "Correct the name, or add a [[phase]].";
    UnknownRole = "unknown-role", Error, "A role is named that is not declared.",
        "Correct the name, or add a [[role]].";
    UnknownItem = "unknown-item", Error, "An item is named that is not declared.",
        "Correct the name, or add the item.";
    UnknownColumn = "unknown-column", Error, "A register names a column that it does not have.",
        "Correct the name, or add the column.";
    UnknownPreset = "unknown-preset", Error, "A register names a preset that there is not.",
        "The presets are actions, evidence, custody, persons, messages, timeline, effort and cost.";
    ShadowsPreset = "shadows-preset", Warning, "Something bears the identifier of a list that every case has, and stands in its place.",
        "Let the register adopt it with `preset`, or call it otherwise.";
    UnknownClause = "unknown-clause", Error, "A clause is cited that is not listed under `[clauses]`.",
        "Correct the citation, or add the clause to [clauses].";
    LocalVerb = "local-verb", Error, "Something other than a question has the verb `local`.",
        "Write the policy's own verb; only a question can be kept beside the policy.";
    LocalDecides = "local-decides", Error, "Something hangs on a question that the policy does not ask.",
        "Let it hang on an answer that the policy asks for; `local` questions decide nothing.";
    SameCount = "same-count", Error, "The two counts of `[counts]` are the same question.",
        "Name two questions: one for everybody affected, one for those of them who live in the home jurisdiction.";
    ColumnNotTallied = "column-not-tallied", Error, "The list of `[counts]` does not count where its rows live.",
        "Add the column to the `tally` of the register, or name another one with `column`.";
    CountsTwice = "counts-twice", Error, "Both `[counts]` and `[facts]` say who is counted.",
        "Keep it in `[facts]`, and remove `[counts]`.";
    CountsIncomplete = "counts-incomplete", Error, "`[facts]` counts the people of the home jurisdiction, and does not say all that belongs to it.",
        "Give `home`, `persons` and `residents` together, or none of `home`, `residents`, `list` and `column`.";
    NoCounts = "no-counts", Warning, "A playbook for the night does not count: persons affected, and residents of the home jurisdiction.",
        "Add `home`, `persons` and `residents` to [facts], two of them `number` questions; what the policy does not ask has `verb = \"local\"`.";
    NothingCited = "nothing-cited", Warning, "Something is asked or claimed without a clause behind it.",
        "Cite at least one clause; what the policy does not say is a [[silence]].";
    UnsuitableItem = "unsuitable-item", Error, "An item is named that cannot serve here.",
        "Name an item of a kind that is allowed here.";
    ConditionSyntax = "condition-syntax", Error, "A condition cannot be read.",
        "See the condition language in the manual: `a && !b`, `source == \"staff\"`, `n > 100`.";
    ConditionTooDeep = "condition-too-deep", Error, "A condition has too many parts or brackets.",
        "Make a [[rule]] of a part of it and use `rule.` and its id.";
    ConditionUnknownName = "condition-unknown-name", Error, "A condition names something that is not declared.",
        "Correct the name, or add what it names.";
    ConditionUnknownOption = "condition-unknown-option", Error, "A condition compares with an option that is never offered.",
        "Use one of the options, or add the option.";
    ConditionType = "condition-type", Error, "A condition compares things that cannot be compared.",
        "Compare a value with a value of its own type.";
    ConditionCycle = "condition-cycle", Error, "Conditions wait for each other in a circle, so that none is ever decided.",
        "Let one of them depend on something else.";
    ConditionPerRow = "condition-per-row", Error, "A condition asks about one row where there is none, or about none where there is one.",
        "In an item with `for_each`: `row.x` is the same row. Everywhere else: any(x == \"...\") or all(x == \"...\").";
    TwoLists = "two-lists", Error, "One `any` or `all` asks about the rows of two lists.",
        "Ask each list by itself: any(...) && any(...).";
    ListInList = "list-in-list", Error, "A list stands inside a list.",
        "Ask for each row one thing that is no list, and write each any(...) and all(...) by itself.";
    AfterCycle = "after-cycle", Error, "Things wait for each other through `after`, so that none of them can be recorded.",
        "Take one of the two out, or let `after` ask for something else.";
    NeverRecordable = "never-recordable", Error, "An item can never be recorded, whatever is answered.",
        "Correct the conditions: `when` of its step and of the item, and `after`, have to hold together for some answers.";
    OptionsMissing = "options-missing", Error, "Something to choose from has too few options.",
        "Add the options: options = [{ id = \"...\", label = \"...\" }].";
    OptionsUnwanted = "options-unwanted", Error, "A key is given that this type of answer does not use.",
        "Remove the key, or change the type of the answer.";
    DecisionWithoutSeats = "decision-without-seats", Error, "A decision has nobody who takes it.",
        "Name the roles that decide: seats = [\"...\"].";
    UnknownOption = "unknown-option", Error, "A suggestion points to an option that the decision does not have.",
        "Use one of the options of this decision.";
    LimitWithoutBasis = "limit-without-basis", Error, "A length of time and who gives it are not given together.",
        "Give both `within` and `basis` (policy, law or local), or neither.";
    LimitTwice = "limit-twice", Error, "A clock says twice when it runs out.",
        "Keep `within` and remove `limit_hours`; two limits are two clocks.";
    BadLength = "bad-length", Error, "A length of time cannot be read.",
        "Write a number and one unit: `30min`, `72h`, `30 days` or `2 months`.";
    AgainTrigger = "again-trigger", Error, "A line of `again` has no trigger, or two.",
        "Give `on`, or `within`, or an `if` alone; beside one of the two an `if` only limits the line.";
    AgainOnVerdict = "again-on-verdict", Error, "A line of `again` that looks at records alone names a rule, a scale, a gap or a clock.",
        "Name the questions, decisions and tasks behind it; a soft `on` can name rules and scales.";
    AgainHard = "again-hard", Error, "A line of `again` on a register is hard.",
        "Remove `hard`: what a register holds counts on.";
    AgainTooMany = "again-too-many", Error, "An item has more than 8 lines under `again`, or a line names more than 20 things.",
        "Let it rest on a rule, or on fewer things.";
    OtherKind = "other-kind", Error, "A key stands in a playbook of a kind that does not use it.",
        "`every_months` and `every_basis` are for kind = \"readiness\"; `review`, `from_review` and `[counts]` for kind = \"response\".";
    FromNoReview = "from-no-review", Error, "A question takes an answer over from a review, but the playbook names no review.",
        "Add `review = \"...\"` to [playbook], or remove `from_review`.";
    AfterWithoutWords = "after-without-words", Error, "`after` and `after_say` are not given together.",
        "Give both: the condition, and the sentence that says what is missing.";
    EmptyRule = "empty-rule", Error, "A rule has no element.",
        "Add `any` or `all` with at least one element.";
    KeepsWithoutEnd = "keeps-without-end", Error, "`keeps` stands at a rule that does not end the case.",
        "Write effect = \"ends\", or leave `keeps` out: it names what goes on although the case ends.";
    EmptyScale = "empty-scale", Error, "A scale has no levels and no judges, or a level has no element.",
        "Add `levels` with their elements, or name in `judged_from` the questions in which people judge.";
    HoldWithoutWords = "hold-without-words", Error, "`held_when` and `held_say` are not given together.",
        "Give both: the condition, and the sentence that says for whom the step waits; or a line of `holds`.";
    EmptyDocument = "empty-document", Error, "A document goes to nobody or contains nothing.",
        "Name at least one role in `to` and one content in `contents`.";
    UnknownMethod = "unknown-method", Error, "A document goes by a method that the list of persons does not have.",
        "Name one of the `methods` of the list that `[facts]` names, or leave `method` out.";
    CallCycle = "call-cycle", Error, "Roles wait to be told by each other in a circle.",
        "Let one of the calls be made by somebody else, or leave `told_by` out.";
    NothingToWalk = "nothing-to-walk", Error, "The playbook has no phase or no item.",
        "Add a [[phase]] and something to do in it.";
    ClauseNotCited = "clause-not-cited", Warning, "A clause is listed, but nothing does its work.",
        "Cite it where its work is done, or declare a [[silence]] that cites it.";
    ClauseOnlyDecorates = "clause-only-decorates", Warning, "A clause is cited only by a phase or a `local` question, which does none of its work.",
        "Cite it at the item, rule, clock or definition that does its work.";
    UnusedRole = "unused-role", Warning, "A role is declared, but nothing names it.",
        "Use it in a call, a seat or a task, or remove it.";
    UnusedText = "unused-text", Warning, "A definition or reference is shown nowhere.",
        "Name the items that show it: used_by = [\"...\"].";
    EmptyPhase = "empty-phase", Warning, "A phase has no items.",
        "Add an item to it, or remove it.";
    NeverTrue = "never-true", Warning, "A condition can never hold, so what it guards is never reached.",
        "Correct the condition.";
    HidesWhileUnknown = "hides-while-unknown", Warning, "What is owed is hidden while an answer is not known, and nothing shows that it waits.",
        "Write `x` in place of `has(x) && x`: where the question does not arise that is no, and until it is answered what is owed waits.";
    CircleUnsettled = "circle-unsettled", Warning, "Conditions ask about one another so that, with some answers, nobody knows whether an item applies.",
        "Let one of them ask for something that does not hang on the other.";
    ClockWithoutUntil = "clock-without-until", Warning, "A clock has a limit, but nothing stops it: once the limit is reached, it is late for good.",
        "Say with `until` what it waits for: until = \"task.notify\".";
    OpensNothing = "opens-nothing", Warning, "A rule is to open something, but no condition asks whether it is met.",
        "Write `rule.` and its id in the `when` of what it opens, or give it another effect.";
    ScaleGap = "scale-gap", Warning, "Some answers fall in no level of a scale and in no gap that it declares.",
        "Declare the gap: gaps = [{ if = \"...\", say = \"...\", between = [...], cite = ... }].";
    AlwaysTrue = "always-true", Warning, "A condition always holds, so it decides nothing.",
        "Correct the condition, or leave it out.";
    NoAlternate = "no-alternate", Warning, "A call has nobody who stands in when there is no answer.",
        "Add `alternates`, or declare a [[silence]] and name the call in its `used_by`.";
    SameAlternate = "same-alternate", Warning, "A call names the same role twice.",
        "Name each role once.";
    SameLabel = "same-label", Warning, "Two options look the same.",
        "Give each option its own label.";
    OnlyDone = "only-done", Warning, "A prompt can only be answered with \"done\", which tells the log nothing.",
        "Ask for a fact: \"Which accounts were disabled, and when?\" says more than \"Is it done?\".";
    CurrencyDiffers = "currency-differs", Warning, "A condition names another currency than its question.",
        "Amounts of two currencies are never compared; use the currency of the question.";
    DatesReversed = "dates-reversed", Warning, "The document was to be reviewed before it was dated.",
        "Correct `dated` or `review_by`.";
}
