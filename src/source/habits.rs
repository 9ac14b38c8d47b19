//! Keys that people bring from other formats: words of the same purpose, each with the keys that serve it here.

/// A purpose: how people write it elsewhere, the keys that serve it here in the order of preference, and how the first of them is
/// written, where its value is not what they would write either.
type Purpose = (&'static [&'static str], &'static [&'static str], &'static str);

const PURPOSES: &[Purpose] = &[
    (&["cites", "clause", "source", "ref", "refs", "section", "paragraph"], &["cite"], ""),
    (&["condition", "cond"], &["if", "when"], ""),
    (
        &["only_if", "if", "show_if", "shown_if", "visible_if", "applies_if", "applies_when", "depends_on"],
        &["when"],
        "",
    ),
    (&["requires", "needs", "precondition", "blocked_by", "depends_on", "only_after"], &["after", "when"], ""),
    (&["name", "label", "heading", "question"], &["title", "ask", "label", "term", "topic"], ""),
    (&["title", "text", "prompt", "value"], &["ask", "record", "label", "title", "term", "topic", "say"], ""),
    (&["type", "kind", "answer_type"], &["answer", "kind", "effect"], ""),
    (
        &["description", "desc", "details", "note", "notes", "help", "comment", "about"],
        &["detail", "about", "text", "help"],
        "",
    ),
    (&["strength", "modality", "obligation", "mandatory", "required"], &["verb"], ""),
    (&["reason", "rationale", "because"], &["why"], ""),
    (
        &[
            "deadline",
            "due",
            "due_in",
            "limit",
            "limit_minutes",
            "limit_days",
            "limit_months",
            "minutes",
            "hours",
            "days",
            "timeout",
            "time_limit",
            "max_hours",
        ],
        &["within", "limit_hours", "due"],
        "",
    ),
    (
        &[
            "every",
            "every_minutes",
            "every_hours",
            "every_days",
            "every_weeks",
            "every_years",
            "repeat",
            "repeats",
            "interval",
            "recurring",
            "recurs",
            "frequency",
            "period",
            "cron",
        ],
        &["again"],
        "again = [{ within = \"30min\", basis = \"policy\" }]",
    ),
    (
        &["who", "owner", "assignee", "assigned_to", "responsible", "by", "roles", "person"],
        &["role", "seats", "decide_by", "to"],
        "",
    ),
    (&["recipient", "recipients", "whom", "call", "contact"], &["role", "to"], ""),
    (&["backup", "backups", "deputy", "deputies", "fallback", "stand_in", "escalate_to", "then"], &["alternates"], ""),
    (&["choices", "choice", "values", "answers", "enum", "select"], &["options"], ""),
    (&["start", "starts", "starts_with", "starts_at", "begins", "since"], &["from"], ""),
    (&["stop", "stops", "end", "ends", "stops_when", "till"], &["until"], ""),
    (&["suspend", "suspended", "suspends", "stopped_while"], &["pauses"], ""),
    (&["step", "stage", "group"], &["phase", "beside"], ""),
    (&["per", "for", "foreach", "each", "for_every", "repeat_for"], &["for_each"], ""),
    (&["priority", "sequence", "position"], &["order"], ""),
    (&["phone", "email", "telephone", "mobile", "number"], &["channels"], ""),
    (&["wait", "waits", "held", "hold", "blocked"], &["holds", "held_when"], ""),
    (&["steps", "stages"], &["phase"], ""),
    (&["test", "tests", "criteria", "criterion"], &["rule"], ""),
    (&["contacts", "people"], &["role", "call"], ""),
    (&["list", "lists", "table", "counter"], &["register"], ""),
    (&["letter", "letters", "report", "notice", "template"], &["document"], ""),
    (&["do_not", "dont", "forbidden", "never"], &["prohibition"], ""),
    (&["action", "actions", "todo", "checklist", "item", "items"], &["task"], ""),
    (&["deadline", "deadlines", "timer", "timers"], &["clock"], ""),
    (&["glossary", "terms"], &["definition"], ""),
    (&["move", "module", "stage"], &["part"], ""),
    (&["part", "parts", "modules", "move", "moves"], &["module"], ""),
    (&["event", "events", "injects", "message", "messages"], &["inject"], ""),
    (&["expectation", "expectations", "expected"], &["expect"], ""),
    (&["goal", "goals", "objectives"], &["objective"], ""),
    (&["offset", "minute", "time"], &["at"], ""),
    (&["method", "mode", "means"], &["delivery"], ""),
    (&["sender", "originator"], &["from"], ""),
    (&["body", "message"], &["text"], ""),
    (&["nr", "no", "id", "seq"], &["number"], ""),
    (&["unless", "contingency", "armed_on"], &["if_not_met"], ""),
];

/// The key that serves here what a key is written for elsewhere, and what to say of it.
pub(super) fn meant(written: &str, known: &[&'static str]) -> Option<(&'static str, String)> {
    let written = written.to_ascii_lowercase();
    let serves = |(words, keys, shown): &Purpose| {
        let key = keys.iter().find(|key| known.contains(key)).filter(|_| words.contains(&written.as_str()))?;
        Some((*key, *shown))
    };
    let (key, shown) = PURPOSES.iter().find_map(serves)?;
    let such_as = if shown.is_empty() { String::new() } else { format!(", such as `{shown}`") };
    Some((key, format!("The key for that is `{key}` here{such_as}.")))
}

/// What is said of a key that only other tables have, where it is often looked for.
pub(super) fn elsewhere(written: &str) -> Option<&'static str> {
    (written == "for_each").then_some(
        "Only questions, tasks and calls are settled for each row of a list. A rule, a scale or a decision looks at all rows: \
         any(...) or all(...).",
    )
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_word_of_the_same_purpose_leads_to_the_key_that_the_table_has() {
        let key = |written, known: &[&'static str]| meant(written, known).map(|(key, _)| key);
        assert_eq!(key("every_minutes", &["again", "every_months"]), Some("again"));
        assert_eq!(key("every_minutes", &["every_months"]), None);
        assert_eq!(key("Deadline", &["limit_hours", "basis"]), Some("limit_hours"));
        assert_eq!(key("title", &["id", "label"]), Some("label"));
        assert_eq!(key("colour", &["title"]), None);
    }
}
