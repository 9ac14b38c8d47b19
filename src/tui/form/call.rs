//! Logging a call, and filling in whom a role means in this case.

use super::{Field, Form, Kind, Pick, target};
use crate::case::CallOutcome;
use crate::guide::Command;
use crate::guide::passed_on::awaited;
use crate::journal::Mode;
use crate::playbook::Item;
use crate::playbook::item::Call;
use crate::tui::ctx::Case;
use crate::tui::theme::Role as Look;

/// Who holds a role and how to reach them, as far as it is known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// The person.
    pub person: Option<String>,
    /// Numbers and addresses, the first to try first.
    pub channels: Vec<String>,
    /// Why it is this person and this number now; empty where nothing needs saying.
    pub why: String,
}

/// The first choice for a role today: from this case, else from the phone list, else as the policy prints it.
pub fn reach(case: &Case<'_>, role: &str) -> Reach {
    let found = case.assessment.reach(case.playbook, role).and_then(|reach| reach.first());
    found.map_or_else(Reach::default, |first| Reach {
        person: first.person.clone(),
        channels: first.channels.clone(),
        why: first.remark.clone().unwrap_or_default(),
    })
}

/// Whom to try now for a call, the number to dial first; `None` while nobody is to be tried.
pub fn now(case: &Case<'_>, item: usize) -> Option<Reach> {
    let proposal = case.assessment.items[item].proposal.as_ref()?;
    let reach = case.assessment.reach(case.playbook, proposal.role.as_str())?;
    let same = reach.candidates.iter().find(|one| {
        one.person == proposal.person && proposal.channel.as_ref().is_none_or(|way| one.channels.contains(way))
    });
    let rest = same.map(|one| one.channels.as_slice()).unwrap_or_default().iter();
    let rest = rest.filter(|way| Some(*way) != proposal.channel.as_ref());
    let channels = match &proposal.channel {
        Some(channel) => std::iter::once(channel).chain(rest).cloned().collect(),
        None => Vec::new(),
    };
    Some(Reach { person: proposal.person.clone(), channels, why: proposal.why.clone() })
}

/// The form for a call of the tree.
pub fn form(case: &Case<'_>, item: &Item, body: &Call) -> Form {
    let status = case.assessment.item(case.playbook, item.id.as_str());
    let try_now = status.and_then(|status| status.try_now.clone()).unwrap_or_else(|| body.role.clone());
    let roles: Vec<_> = std::iter::once(&body.role).chain(&body.alternates).collect();
    let at = case.playbook.position(item.id.as_str());
    let known = at.and_then(|at| now(case, at)).unwrap_or_else(|| reach(case, try_now.as_str()));
    let mut fields = Vec::new();
    let outcomes = CallOutcome::ALL.iter().map(|outcome| (outcome.word().to_owned(), outcome.label().to_owned(), None));
    fields.push(Field::pick("outcome", "How it ended", Pick::one(outcomes.collect())).hint("Choose by number."));
    if roles.len() > 1 {
        let options = roles.iter().map(|role| {
            let title = case.playbook.role_title(role.as_str());
            let number = reach(case, role.as_str()).channels.into_iter().next();
            (role.to_string(), title.to_owned(), number)
        });
        fields.push(Field::pick("role", "Who was called, in order", Pick::one(options.collect()).on(try_now.as_str())));
    }
    fields.push(Field::line("person", "Person", known.person.as_deref().unwrap_or_default()));
    fields.push(
        Field::line("channel", "Number or way", known.channels.first().map_or("", String::as_str))
            .hint("As dialled: mobile 555-0100, in person, e-mail ..."),
    );
    fields.push(Field::line("said", "What was said or left", ""));
    let title = if roles.len() > 1 {
        item.title.clone()
    } else {
        format!("{}: {}", item.title, case.playbook.role_title(body.role.as_str()))
    };
    let mut form = Form::new(Kind::Call(item.id.to_string()), &title, fields)
        .about(Look::Dim, item.detail.as_deref().unwrap_or_default());
    form = form.about(Look::Pending, &known.why);
    if let Some(teller) = &body.told_by {
        let who = reach(case, teller.as_str()).person.map(|person| format!(", {person}")).unwrap_or_default();
        let teller = case.playbook.role_title(teller.as_str());
        form = form.about(Look::Text, &format!("The call is made by: {teller}{who}"));
    }
    if case.session.mode() == Mode::Exercise && !known.channels.is_empty() {
        form = form.about(
            Look::Pending,
            "Exercise: the number is real. Dial it only if that is planned, and say first that it is a drill.",
        );
    }
    if let Some(doubt) = &body.confirm {
        form = form.about(Look::Pending, &format!("Settle first: {doubt}"));
    }
    if let Some(field) = target::field(case, item, false) {
        form.fields.insert(0, field);
        form.focus = 1;
    }
    let mut form = form.with_said("Called by");
    // Whoever was asked to make the call is taken for the one who reports it back, until somebody clears the field.
    let asked = status.and_then(|status| awaited(case.state, status, None));
    if let (Some(asked), Some(field)) = (asked, form.fields.iter_mut().find(|field| field.name == "actor")) {
        let hint = format!(
            "{} was asked at {}. Empty it if you made the call yourself.",
            asked.to,
            asked.at.short_in(case.session.now())
        );
        *field = Field::line("actor", "Called, and reported back, by", asked.to).hint(hint);
        field.extra = true;
    }
    form
}

pub(super) fn command(form: &Form, id: &str) -> Command {
    let field = |name: &str| form.fields.iter().find(|field| field.name == name);
    let untouched = |name: &str| field(name).is_none_or(|field| field.input.text() == field.initial);
    // With another role chosen, what the program put there for the first one is not what was dialled.
    let other = !untouched("role") && untouched("person") && untouched("channel");
    let typed = |name: &str| match form.some(name) {
        _ if other => None,
        // What was there and was taken out is not known; it is not filled in again.
        None if !untouched(name) => Some(String::new()),
        some => some,
    };
    Command::Call {
        id: id.to_owned(),
        role: form.some("role"),
        person: typed("person"),
        channel: typed("channel"),
        outcome: form.text("outcome"),
        said: form.some("said"),
        reported_by: None,
        target: target::chosen(form),
    }
}

/// Who holds a role in this case.
pub fn contact(case: &Case<'_>, role: &str) -> Form {
    let known = reach(case, role);
    let fields = vec![
        Field::line("person", "Person", known.person.as_deref().unwrap_or_default()),
        Field::line("channel", "Number or way", "").hint("mobile 555-0100, e-mail name@example.org"),
    ];
    let printed = case.playbook.role(role).is_some_and(|role| !role.channels.is_empty());
    let say = if printed { "" } else { "The policy prints no number. What is filled in here belongs to this case." };
    Form::new(Kind::Contact(role.to_owned()), &format!("Who is: {}", case.playbook.role_title(role)), fields)
        .about(Look::Dim, case.playbook.role(role).and_then(|role| role.about.as_deref()).unwrap_or_default())
        .about(Look::Pending, say)
}

pub(super) fn contact_command(form: &Form, role: &str) -> Command {
    Command::SetContact { role: role.to_owned(), person: form.some("person"), channel: form.some("channel") }
}
