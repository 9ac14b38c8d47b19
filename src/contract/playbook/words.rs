//! How the text names what the JSON holds. A key that is not listed here is shown all the same, under its own name.

/// `KIND.KEY` or `KEY`, and what stands before its value; empty for a value that speaks for itself.
const WORDS: &[(&str, &str)] = &[
    // Everywhere.
    ("about", ""),
    ("detail", ""),
    ("text", ""),
    ("why", "why"),
    ("when", "only if"),
    ("holds", "waits"),
    ("cited_by", "done by"),
    ("used_by", "shown at"),
    ("if", "if"),
    ("unknown_leans", "unknown leans to yes"),
    // Items.
    ("beside", "side by side with the steps of"),
    ("answer", "answer"),
    ("options", "option"),
    ("help", ""),
    ("prompts", "covers"),
    ("from_review", "taken over from the review"),
    ("for_each", "for each row of"),
    ("record", "record"),
    ("after", "not done before"),
    ("after_say", "until then"),
    ("every_months", "again after months"),
    ("every_basis", "by"),
    ("again", "again"),
    ("renewed_by", "older key renewed_by"),
    ("stands", "stands once it is"),
    ("seats", "decided by"),
    ("quorum", "seats that suffice"),
    ("suggest", "suggests"),
    ("option", "to"),
    ("contact.role", "call"),
    ("alternates", "if nobody answers"),
    ("told_by", "told by"),
    ("order", "place in the calling order"),
    ("message", "credited with calls of"),
    ("side", "side"),
    ("confirm", "to be confirmed"),
    ("final_when", "final when"),
    ("contents", "contains"),
    ("approved_by", "text approved by"),
    ("method", "goes by"),
    ("texts", "text"),
    ("lifted_by", "lifted by"),
    ("prohibition.until", "lifted when"),
    ("register", "keeps"),
    ("prompt", "an entry says"),
    ("unit", "counted in"),
    ("columns", "column"),
    ("tally", "counted by"),
    ("methods", "way of telling"),
    ("needs", "needs"),
    ("only", "only where"),
    ("role", "role"),
    ("with", "together with"),
    // Tests.
    ("effect", "what follows"),
    ("say", "says"),
    ("may_not_arise", "not so where nobody is asked"),
    ("levels", "level"),
    ("gaps", "in no level"),
    ("judged_from", "people judge from"),
    ("decided_by", "a gap is settled in"),
    ("suggest_level", "suggests"),
    // Around.
    ("channels", "printed"),
    ("printed_person", "printed person"),
    ("named_by", "filled in by"),
    ("clock.word", "the policy's word"),
    ("clock.from", "starts with"),
    ("clock.until", "stops when"),
    ("within", "within"),
    ("basis", "by"),
    ("pauses", "rests"),
    ("decide_by", "who should decide"),
    ("suggestion", "suggestion"),
    ("due", "due by"),
    // The head.
    ("persons", "persons affected"),
    ("residents", "of them at home"),
    ("home_words", "home is also written"),
    ("review_by", "to be reviewed by"),
    ("dated", "dated"),
    ("occurred", "happened"),
    ("discovered", "discovered"),
    ("aware", "aware since"),
    ("contained", "contained"),
    ("description", "what happened"),
    ("data_kinds", "kinds of data"),
    ("measures", "measures"),
    ("contact", "whom to ask"),
    ("cause", "cause"),
    ("others_told", "others told"),
];

/// What a key that is yes, or no, says; empty where that says nothing.
const FLAGS: &[(&str, &str, &str)] = &[
    ("other", "something else can be written in", ""),
    ("continuous", "goes on until the case is closed", ""),
    ("reason_required", "the reason is recorded", "a reason need not be recorded"),
    ("adviser_required", "who advised is named", ""),
    ("needed", "needed", ""),
    ("ask", "put to people on the night", "only shown"),
    ("hard", "what was recorded counts no more", ""),
];

/// What holds a number that another key says better, or what stands in the heading.
pub(super) const LEFT_OUT: &[&str] =
    &["id", "title", "kind", "verb", "clauses", "phase", "label", "term", "topic", "limit_hours", "schema", "digest"];

/// Keys whose values are roles.
pub(super) const ROLES: &[&str] = &["role", "with", "alternates", "told_by", "seats", "to", "decide_by", "approved_by"];

pub(super) fn words<'k>(kind: &str, key: &'k str) -> std::borrow::Cow<'k, str> {
    let of_kind = |(known, words): &(&str, &'static str)| {
        let same = known.split_once('.').is_some_and(|(of, own)| of == kind && own == key);
        same.then_some(*words)
    };
    let own = WORDS.iter().find_map(of_kind);
    let found = own.or_else(|| WORDS.iter().find(|(known, _)| *known == key).map(|(_, words)| *words));
    found.map_or_else(|| key.replace('_', " ").into(), Into::into)
}

/// The words of a flag; a key that is not listed says itself.
pub(super) fn flag(key: &str, value: bool) -> String {
    match FLAGS.iter().find(|(known, ..)| *known == key) {
        Some((_, yes, no)) => (if value { yes } else { no }).to_string(),
        None => format!("{}: {}", key.replace('_', " "), if value { "yes" } else { "no" }),
    }
}
