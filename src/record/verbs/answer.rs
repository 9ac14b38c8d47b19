//! Answering a question: one verb for the thirteen types of answer.

use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::judge::types::answer::{Answer, OTHER, Unanswered, takes};
use crate::playbook::condition::Subject;
use crate::playbook::question::{AnswerType, OptionText, Question};
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common::{self, WHOLE_TEXT};
use crate::record::draft::{Draft, bounded};
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Look, NOTHING_RECORDED, Named, Reason, Refusal};
use crate::record::rows::{self, FOR, FOR_REST};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

const UNKNOWN: &str = "unknown";
const NONE: &str = "none";
/// Stands for "something else" in a choice.
const ELSE: &str = "something else";

pub static VALUE: Field = Field::new(FieldKind::Answer, "value", "Answer")
    .ordered()
    .help("VALUE", "The answer; - reads it from standard input.")
    .noun("The answer");
/// The person's own words beside the options; elsewhere they are typed with the value.
pub static OWN: Field = Field::new(FieldKind::Line, "own", "Something else")
    .hint("In your own words; leave it empty if the choices above say it.")
    .boxes();
pub static SOURCE: Field = Field::new(FieldKind::Line, "source", "Source")
    .hint("Where it comes from: \"mail log\", \"by telephone\".")
    .help("WORDS", "Where the answer comes from.")
    .noun("The source");

static ROWS_STAND: Reason = Reason::new(
    "rows-stand",
    "Rows were added to this list and count: {0}.",
    "Strike out first what does not belong there, with the reason.",
);
static NOT_AN_ANSWER: Reason = Reason::new("not-an-answer", "{0}", NOTHING_RECORDED);

pub static VERB: Verb = Verb {
    word: "answer",
    title: "Answer",
    help: "Answer a question. `unknown` is an answer, too.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The question." },
    fields: &[&VALUE, &OWN, &SOURCE, &FOR, &FOR_REST],
    around: common::AROUND,
    who: "Said by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::Answered],
    beside: Beside::Replaces,
    offers: |view, on| question(view, on).map(|_| ()),
    ask,
    decide,
};

fn question<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Question), Refusal> {
    let item = common::item_of(view, on);
    match &item.body {
        Body::Question(question) => Ok((item, question)),
        _ => Err(common::wrong_kind(item, "question")),
    }
}

/// Why something is no answer.
pub fn not_an_answer(why: &Unanswered) -> Refusal {
    let refusal = NOT_AN_ANSWER.about(why.says.clone()).needs(&VALUE);
    if why.several_rows { refusal.look(Look::Rows) } else { refusal }
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let Ok((item, question)) = question(view, on) else { return Asked::default() };
    let row = rows::chosen(view, item, draft);
    let entry = match item.body.for_each() {
        Some(_) => row.and_then(|row| row.entry),
        None => view.counting().answers(item.id.as_str()).and_then(crate::case::tracks::Track::last),
    };
    let stored = entry.and_then(|at| stored(view, at));
    let shown = stored.as_ref().map(|stored| {
        let read = Answer::parse_typed(question, stored, view.now);
        let shown = read.map_or_else(|_| stored.clone(), |answer| answer.show(question, view.now));
        entry.map_or_else(|| shown.clone(), |at| format!("{shown}, {}", view.state.name(at)))
    });
    Asked::titled(&item.title)
        .above(item.detail.clone().map(Preface::Detail))
        .above(item.verb.caution().map(Preface::Caution))
        .above(shown.map(Preface::AnsweredBefore))
        .ask(rows::ask(view, item, None))
        .ask(value(question, stored))
        .ask(question.other.then(|| Ask::of(&OWN).needed(chooses_own(draft))))
        .ask(Ask::of(&SOURCE).aside())
}

/// Whether the person's own words were chosen, which are then needed.
fn chooses_own(draft: &Draft) -> bool {
    draft.given(&VALUE).is_some_and(|value| value.split(", ").any(|part| part == ELSE))
}

/// The stored form of what an entry answers.
fn stored(view: &View<'_>, at: usize) -> Option<String> {
    match &view.state.at(at).fact {
        Fact::Answered { value, .. } => Some(value.clone()),
        _ => None,
    }
}

/// A value is never put there beforehand; only a list is, because one adds to it.
fn value(question: &Question, stored: Option<String>) -> Ask {
    let takes = takes(question);
    let ask = Ask { prompt: takes.clone(), ..Ask::of(&VALUE) };
    match question.answer {
        AnswerType::YesNo => {
            let choices = [("yes", "Yes"), ("no", "No"), (UNKNOWN, "Not known yet")];
            ask.kind(FieldKind::Pick)
                .choices(choices.map(|(id, label)| Choice::new(id, label)))
                .hint("y yes, n no, u not known yet")
        }
        AnswerType::OneOf => ask.kind(FieldKind::Pick).choices(options(question, &[UNKNOWN])).hint("Choose one."),
        AnswerType::ManyOf => ask
            .kind(FieldKind::Many)
            .choices(options(question, &[NONE, UNKNOWN]))
            .hint("Tick all that apply, by number or with Space."),
        AnswerType::Text => {
            let label = match question.prompts.as_slice() {
                [] => "Answer".to_owned(),
                prompts => format!("Cover: {}", prompts.join("; ")),
            };
            ask.kind(FieldKind::Words).label(label).hint(format!("{WHOLE_TEXT} Or write: unknown"))
        }
        kind if !kind.columns().is_empty() => Ask { example: example(kind), ..ask }
            .kind(FieldKind::Words)
            .label("One line each: the name, then what is known as column=value")
            .shows(stored)
            .hint(format!("{WHOLE_TEXT} {takes}")),
        _ => ask.kind(FieldKind::Line).hint(takes),
    }
}

/// A line as it is taken, with invented names.
fn example(kind: AnswerType) -> &'static str {
    match kind {
        AnswerType::People => "Example: Ana Example; class=student; residence=Ohio",
        AnswerType::Assets => "Example: Laptop 12; kind=laptop; encrypted=yes",
        AnswerType::Parties => "Example: Example Pty; role=host; contact=555-0100",
        AnswerType::Places => "Example: Depot; jurisdiction=Ohio",
        AnswerType::DataElements => "Example: Tax number; with_name=yes; encrypted=no",
        _ => "",
    }
}

fn options(question: &Question, also: &[&str]) -> Vec<Choice> {
    let own = |option: &OptionText| Choice::known(&option.id, &option.label).more(option.help.clone());
    let other = question.other.then(|| Choice { own: true, ..Choice::new(ELSE, "Something else, in the next field") });
    let label = |id: &&str| if *id == NONE { "None of these" } else { "Not known yet" };
    let also = also.iter().map(|id| Choice::new(*id, label(id)).alone());
    question.options.iter().map(own).chain(other).chain(also).collect()
}

/// The value with the person's own words, as the question takes it.
fn typed(question: &Question, draft: &Draft) -> String {
    let value = draft.given(&VALUE).unwrap_or_default().to_owned();
    let Some(own) = draft.text(&OWN) else { return value };
    let mut parts: Vec<_> =
        value.split(", ").filter(|part| !matches!(*part, "" | NONE | UNKNOWN | ELSE)).map(str::to_owned).collect();
    // One answer only: the words count when "something else" or nothing is chosen.
    if question.answer == AnswerType::OneOf && !parts.is_empty() {
        return parts.remove(0);
    }
    parts.push(format!("{OTHER}{own}"));
    parts.join(", ")
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, question) = question(view, on)?;
    let answer = Answer::parse_typed(question, &typed(question, draft), view.now).map_err(|why| not_an_answer(&why))?;
    if let Answer::When(time) = &answer
        && moves_a_clock(view, item)
    {
        common::not_ahead(view, *time).map_err(|why| why.needs(&VALUE))?;
    }
    let value = bounded(&answer.to_text(), &VALUE)?;
    if answer == Answer::Rows(Vec::new())
        && let Some(row) = view.state.rows(item.id.as_str()).next()
    {
        return Err(ROWS_STAND.about(Named::Entry(row.at)).needs(&VALUE));
    }
    let target = rows::needed(view, item, draft)?;
    Ok(Fact::Answered { question: item.id.clone(), value, source: draft.line(&SOURCE)?, target })
}

/// Whether a clock starts or stops by a question. It counts from what has happened: a time that lies ahead is a slip of the date,
/// and would count backwards. Other questions may ask for what is planned.
fn moves_a_clock(view: &View<'_>, question: &Item) -> bool {
    let subject = Subject::Answer(question.id.clone());
    view.playbook.clocks.iter().any(|clock| {
        let stops = clock.until.as_ref().is_some_and(|until| until.root.subjects().contains(&subject));
        clock.from.as_ref() == Some(&question.id) || stops
    })
}
