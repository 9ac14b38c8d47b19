//! The tables that are walked: phases, questions, tasks, prohibitions, decisions, calls, documents. Registers have a file of
//! their own.

use super::again::RawAgain;
use super::hold::RawHold;
use super::word::Need;
use crate::playbook::item::Side;
use crate::playbook::question::AnswerType;
use crate::playbook::reference::Basis;
use crate::playbook::strength::Strength;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Cites, Line, Roles, Sentence, Text, Whole};

shape! {
    /// A step of the walk. Steps are shown in the order of the file.
    RawPhase = "[[phase]]" {
        /// Identifier that items refer to.
        needed id: Line,
        /// Short title for the list of steps.
        needed title: Line,
        /// One sentence about it.
        optional about: Sentence,
        /// Condition: the step comes only if it holds.
        optional when: Text,
        /// Clauses behind the step itself.
        many cite: Cites,
        /// Name of a group; steps of one group go on side by side.
        optional beside: Line,
        /// Condition: the step waits while it holds; the others go on.
        optional held_when: Text,
        /// The sentence that says for whom or what it waits; goes with `held_when`.
        optional held_say: Sentence,
        /// The clauses that make it wait.
        many held_cite: Cites,
        /// What makes the step wait, each with its sentence; the first that holds speaks. `held_when` is one of them.
        many holds: Vec<RawHold>,
    }
}

shape! {
    /// Asks for a value. "Not known yet" is always possible.
    RawQuestion = "[[question]]" {
        /// Identifier; conditions use it as it stands.
        needed id: Line,
        /// The step in which it is asked.
        needed phase: Line,
        /// The question.
        needed ask: Sentence,
        /// The type of its answer.
        needed answer: Chosen<AnswerType>,
        /// More words, shown below the question.
        optional detail: Text,
        /// Why it is asked.
        optional why: Text,
        /// How strongly the policy wants it; `do` when absent, `local` where the policy does not ask it at all.
        optional verb: Chosen<Strength>,
        /// The clauses whose work it does.
        needed cite: Cites,
        /// Condition: asked only if it holds.
        optional when: Text,
        /// What makes it wait although it applies, each with its sentence; the first that holds speaks.
        many holds: Vec<RawHold>,
        /// Lines that bring back what was recorded here: each says what has to change, to hold or to be over.
        many again: Vec<RawAgain>,
        /// An older way to write `again = [{ on = [..], hard = true }]`.
        many renewed_by: Vec<Line>,
        /// The choices of `one_of` and `many_of`.
        many options: Vec<RawOption>,
        /// Whether a choice outside the options can be written in.
        many other: bool,
        /// What a long answer should cover, point by point.
        many prompts: Vec<Sentence>,
        /// Three-letter ISO 4217 code, for `money`; the currency of the jurisdiction when absent.
        optional currency: Line,
        /// Question of the readiness playbook named by `review`, of the same type, whose latest answer is taken over at `start`.
        optional from_review: Line,
        /// A list: it is asked for every row of it, by name. Its answer is then compared as `row.` and its id, in `any` or in `all`.
        optional for_each: Line,
    }
}

shape! {
    /// A choice of a question or a decision.
    RawOption = "options" {
        /// Stored value; conditions compare with it.
        needed id: Line,
        /// Shown text.
        needed label: Line,
        /// What follows from it, or how to tell it apart.
        optional help: Text,
        /// Clauses behind the choice.
        many cite: Cites,
    }
}

shape! {
    /// Something to do.
    RawTask = "[[task]]" {
        /// Identifier; conditions use `task.` and it.
        needed id: Line,
        /// The step in which it is done.
        needed phase: Line,
        /// What to do, in one line.
        needed title: Sentence,
        /// What the log shall say once it is done, as a question: "Which accounts were disabled, and when?"
        needed record: Sentence,
        /// How strongly the policy wants it.
        needed verb: Chosen<Strength>,
        /// The clauses whose work it does.
        needed cite: Cites,
        /// More words, shown below the title.
        optional detail: Text,
        /// Why it is done.
        optional why: Text,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// What makes it wait although it applies, each with its sentence; the first that holds speaks.
        many holds: Vec<RawHold>,
        /// Lines that bring back what was recorded here: each says what has to change, to hold or to be over.
        many again: Vec<RawAgain>,
        /// An older way to write `again = [{ on = [..], hard = true }]`.
        many renewed_by: Vec<Line>,
        /// Who does it: a role, or several that do it together.
        many role: Roles,
        /// Goes on until the case is closed; each record is an update.
        many continuous: bool,
        /// Condition: cannot be recorded as done before it holds.
        optional after: Text,
        /// The sentence that says what is missing; goes with `after`.
        optional after_say: Sentence,
        /// Only in a readiness playbook: once recorded as done, it is due again after this many months; at most 600.
        optional every_months: Whole,
        /// Who gives that number; goes with `every_months`.
        optional every_basis: Chosen<Basis>,
        /// A list (a register of kind list, or a question of type people, assets, parties, places or many_of): it has to be settled
        /// for every row of it, by name.
        optional for_each: Line,
    }
}

shape! {
    /// Something not to do; shown first, until it is lifted.
    RawProhibition = "[[prohibition]]" {
        /// Identifier.
        needed id: Line,
        /// The step in which it stands.
        needed phase: Line,
        /// What not to do, in one line.
        needed title: Sentence,
        /// The clauses whose work it does.
        needed cite: Cites,
        /// What lifts it, in words.
        needed lifted_by: Sentence,
        /// More words, shown below the title.
        optional detail: Text,
        /// Why not.
        optional why: Text,
        /// How strongly the policy wants it; `must` when absent.
        optional verb: Chosen<Strength>,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// Condition: lifted when it holds.
        optional until: Text,
    }
}

shape! {
    /// Something that named people decide.
    RawDecision = "[[decision]]" {
        /// Identifier; conditions use `decision.` and it.
        needed id: Line,
        /// The step in which it is taken.
        needed phase: Line,
        /// What is to be decided, as a question.
        needed ask: Sentence,
        /// What can be chosen; two or more.
        needed options: Vec<RawOption>,
        /// The roles that decide; each records for itself.
        needed seats: Vec<Line>,
        /// The clauses whose work it does.
        needed cite: Cites,
        /// How strongly the policy wants it; `consider` when absent.
        optional verb: Chosen<Strength>,
        /// More words, shown below the question.
        optional detail: Text,
        /// Why it is decided.
        optional why: Text,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// What makes it wait although it applies, each with its sentence; the first that holds speaks.
        many holds: Vec<RawHold>,
        /// Lines that bring back what was recorded here: each says what has to change, to hold or to be over.
        many again: Vec<RawAgain>,
        /// An older way to write `again = [{ on = [..], hard = true }]`.
        many renewed_by: Vec<Line>,
        /// How many seats suffice, where the policy says so.
        optional quorum: Whole,
        /// Whether a reason must be recorded; `required` when absent.
        optional reason: Chosen<Need>,
        /// Whether the person who advised must be named; `optional` when absent.
        optional adviser: Chosen<Need>,
        /// What the criteria suggest; people decide.
        many suggest: Vec<RawSuggestion>,
        /// With `renewed_by`: options that stand once chosen, although something has changed; an older way to write an `if` beside
        /// `on`.
        many stands: Vec<Line>,
    }
}

shape! {
    /// A suggestion that follows from the criteria.
    RawSuggestion = "suggest" {
        /// Condition: made when it holds.
        needed r#if: Text,
        /// The option it points to.
        needed option: Line,
        /// The sentence to show.
        needed say: Sentence,
        /// The clauses behind it.
        needed cite: Cites,
    }
}

shape! {
    /// Somebody to tell, and who stands in when there is no answer.
    RawCall = "[[call]]" {
        /// Identifier; conditions use `call.` and it.
        needed id: Line,
        /// The step in which it is made.
        needed phase: Line,
        /// Whom to tell of what, in one line.
        needed title: Sentence,
        /// Whom to tell first.
        needed role: Line,
        /// The clauses whose work it does.
        needed cite: Cites,
        /// How strongly the policy wants it; `do` when absent.
        optional verb: Chosen<Strength>,
        /// Roles that stand in, in order.
        many alternates: Vec<Line>,
        /// The role that makes the call.
        optional told_by: Line,
        /// Place in the calling order, lower is sooner; the order of the file when absent.
        optional order: Whole,
        /// Topic: calls with the same topic are credited together when one person is reached; the id when absent.
        optional message: Line,
        /// Row of a table of areas, such as "Legal & Records".
        optional area: Line,
        /// Column of that table.
        optional side: Chosen<Side>,
        /// A doubt about the source that people must settle.
        optional confirm: Sentence,
        /// A list, as for tasks: somebody has to be reached for every row of it, by name.
        optional for_each: Line,
        /// More words, shown below the title.
        optional detail: Text,
        /// Why they are told.
        optional why: Text,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// What makes it wait although it applies, each with its sentence; the first that holds speaks.
        many holds: Vec<RawHold>,
        /// Lines that bring back what was recorded here: each says what has to change, to hold or to be over.
        many again: Vec<RawAgain>,
        /// An older way to write `again = [{ on = [..], hard = true }]`.
        many renewed_by: Vec<Line>,
    }
}

shape! {
    /// A letter or report with required contents.
    RawDocument = "[[document]]" {
        /// Identifier.
        needed id: Line,
        /// The step in which it is written.
        needed phase: Line,
        /// What is written, in one line.
        needed title: Sentence,
        /// Roles that receive it.
        needed to: Vec<Line>,
        /// What it must contain.
        needed contents: Vec<RawContent>,
        /// The clauses whose work it does.
        needed cite: Cites,
        /// How strongly the policy wants it; `do` when absent.
        optional verb: Chosen<Strength>,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// What makes it wait although it applies, each with its sentence; the first that holds speaks.
        many holds: Vec<RawHold>,
        /// Lines that bring back what was recorded here: each says what has to change, to hold or to be over.
        many again: Vec<RawAgain>,
        /// Condition: final when it holds.
        optional final_when: Text,
        /// The roles each of which approves its text, where the policy names them.
        many approved_by: Vec<Line>,
        /// The method of the list of persons by which it goes to each of them to whom that method is open.
        optional method: Line,
        /// One text a state: the first whose condition is known to hold is the text. Without any, it has one text or none.
        many texts: Vec<RawTextOf>,
        /// More words, shown below the title.
        optional detail: Text,
        /// Why it is written.
        optional why: Text,
    }
}

shape! {
    /// One required content of a document.
    RawContent = "contents" {
        /// What it is.
        needed title: Sentence,
        /// The question, decision, task or register whose record supplies it.
        needed from: Line,
        /// The clauses that require it.
        needed cite: Cites,
    }
}

shape! {
    /// A text that a document has in one state of the case: `letters/<playbook>/<document>.<id>.md`.
    RawTextOf = "texts" {
        /// Identifier, the middle of the file's name.
        needed id: Line,
        /// Condition: the text while it holds.
        needed when: Text,
    }
}
