//! What can lie on top of a screen: a closed list. Keys go to the top one only; Escape takes it away.

use super::action::Action;
use super::canvas::{Canvas, Hit};
use super::console::acts::Act;
use super::ctx::Ctx;
use super::effect::Effect;
use super::find::Find;
use super::form::together::Together;
use super::form::{Fill, Form, Pick};
use super::key::{Code, Key};
use super::keymap::Scope;
use super::layout::read;
use super::page::{Page, Scroll};
use super::put_right;
use super::real_event::RealEvent;
use super::theme::Role;
use crate::base::ItemId;
use crate::base::text::inert_line;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::{Document, Line, Tone, adding, arrived};
use crate::record::{Arrived, Draft};
use crate::session::Sight;
use ratatui::layout::Rect;

/// Something on top.
#[derive(Debug)]
pub enum Modal {
    /// A form.
    Form(Box<Form>),
    /// The questions of a step as one sheet.
    Together(Box<Together>),
    /// A question of the program itself.
    Ask(Ask),
    /// A card to be read.
    Card(Card),
    /// The search, or the palette of commands.
    Find(Box<Find>),
    /// A real event in an exercise.
    RealEvent(RealEvent),
}

/// A question of the program, with two or three ways on. The first is the safe one.
#[derive(Debug)]
pub struct Ask {
    title: String,
    say: String,
    pub(super) pick: Pick,
    ways: Vec<Way>,
    /// Whether a number only chooses, and Enter takes: where Enter behind it would mean much.
    by_enter: bool,
}

/// What an answer to such a question does.
#[derive(Clone, Debug)]
enum Way {
    Stay,
    Leave,
    Anyway(Box<(Draft, Sight)>),
    /// Shows what falls to a role; none shows what has no owner.
    Mine(Option<ItemId>),
    /// Opens the form of a draft.
    Fill(Box<Draft>),
    /// Does what the facilitator's console does.
    Lead(Act),
}

impl Ask {
    fn new(title: &str, say: &str, ways: Vec<(&str, Way)>) -> Self {
        let options = ways.iter().map(|(label, _)| ((*label).to_owned(), (*label).to_owned(), None)).collect();
        let mut pick = Pick::one(options);
        pick.choose(0);
        Self {
            title: title.into(),
            say: say.into(),
            pick,
            ways: ways.into_iter().map(|(_, way)| way).collect(),
            by_enter: false,
        }
    }

    /// Whether to record beside what others recorded about the same thing while the form was open.
    pub fn arrived(view: &View<'_>, arrived: &Arrived, draft: &Draft, sight: Sight) -> Self {
        let lines = arrived::lines(view, arrived).join(" ");
        let anyway = (draft.clone(), sight);
        Self::new(
            "Somebody else recorded this meanwhile",
            &format!("{} {} Nothing of yours is recorded yet.", inert_line(&lines), arrived::then(arrived.beside)),
            vec![
                ("Leave theirs as it stands, and go back to what you typed", Way::Stay),
                ("Record yours as well", Way::Anyway(Box::new(anyway))),
            ],
        )
    }

    /// Whether to leave the program.
    pub fn quit(drafts: usize, recorded: Option<&str>) -> Self {
        let mut say = recorded.map_or_else(String::new, |line| {
            format!("Everything that was recorded is on the disk; the last is {line}.")
        });
        if drafts > 0 {
            say.push_str(" Text that was typed but not recorded will be lost.");
        }
        Self::new("Leave breachbook", say.trim(), vec![("Stay", Way::Stay), ("Leave", Way::Leave)])
    }

    /// In which role somebody is here of whom no list knows one; asked once.
    pub fn role(view: &View<'_>) -> Self {
        let none = ("None of these: show what has no owner", Way::Mine(None));
        let roles = view.playbook.roles.iter().map(|role| (role.title.as_str(), Way::Mine(Some(role.id.clone()))));
        let say = format!(
            "The phone list knows no role of {}. This only says what is shown; nothing is recorded.",
            view.person
        );
        let mut ask = Self::new("In which role are you here?", &say, std::iter::once(none).chain(roles).collect());
        ask.pick.at = None;
        ask
    }

    /// What somebody wants to add to the record.
    pub fn additions(view: &View<'_>) -> Self {
        let all = adding::all(view);
        let ways = all.iter().map(|one| (one.label.as_str(), Way::Fill(Box::new(one.draft.clone())))).collect();
        Self::new("Add to the record", "What do you want to write down?", ways)
    }

    /// Acts of the facilitator's console to choose from.
    pub fn acts(title: &str, say: &str, ways: Vec<(String, Act)>) -> Self {
        let ways = ways.iter().map(|(label, act)| (label.as_str(), Way::Lead(act.clone()))).collect();
        Self::new(title, say, ways)
    }

    /// A number only chooses, and Enter takes it.
    pub fn by_enter(self) -> Self {
        Self { by_enter: true, ..self }
    }

    fn take(&self) -> Vec<Effect> {
        match self.pick.at.and_then(|at| self.ways.get(at)) {
            Some(Way::Leave) => vec![Effect::Leave],
            Some(Way::Anyway(anyway)) => {
                let (draft, sight) = (**anyway).clone();
                vec![Effect::Pop, Effect::SubmitAnyway(draft, sight)]
            }
            Some(Way::Fill(draft)) => vec![Effect::Pop, Effect::Fill((**draft).clone())],
            Some(Way::Lead(act)) => vec![Effect::Pop, Effect::Lead(act.clone())],
            Some(Way::Mine(role)) => vec![Effect::Pop, Effect::MineAs(role.clone())],
            Some(Way::Stay) | None => vec![Effect::Pop],
        }
    }
}

/// Something to be read; it takes the whole place below the clocks.
#[derive(Debug, Default)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// What it says.
    pub document: Document,
    /// What it says with every name, where it names only some; Space turns to it and back.
    pub all: Option<Document>,
    /// Where Enter leads.
    pub leads_to: Option<Target>,
    /// What Enter does, in the words of the foot, where it is an act of the facilitator's console.
    pub acts: Option<(&'static str, Act)>,
    /// What Space does there.
    pub space: Option<(&'static str, Act)>,
    /// Whether it says what a record switched: that can be read after an inject.
    pub changed: bool,
    pub scroll: Scroll,
}

impl Card {
    /// A card with a title.
    pub fn new(title: &str) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A card that says what a page says.
    pub fn of(title: &str, document: Document) -> Self {
        Self { document, ..Self::new(title) }
    }

    /// A problem: what happened, and what to do now.
    pub fn problem(title: &str, say: &str) -> Self {
        let mut card = Self::new(title);
        card.document.text(Line::of(Tone::Alarm, say));
        card
    }

    /// Adds a paragraph behind a label.
    pub fn say(&mut self, label: &str, role: Role, text: &str) {
        let tone = match role {
            Role::Strong => Tone::Strong,
            Role::Alarm => Tone::Alarm,
            Role::Quiet => Tone::Quiet,
            Role::Struck => Tone::Struck,
            _ => Tone::Text,
        };
        let label = label.trim().trim_end_matches(':');
        if label.is_empty() || label == "!" {
            self.document.text(Line::of(tone, text));
        } else {
            self.document.labelled(label, Line::of(tone, text));
        }
    }
}

impl Modal {
    /// Whose keys count.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Form(form) => form.scope(),
            Self::Together(_) => Scope::Line,
            Self::Ask(_) => Scope::Pick,
            Self::Card(_) => Scope::Card,
            Self::Find(_) => Scope::Find,
            Self::RealEvent(real) => real.scope(),
        }
    }

    /// Does a verb.
    pub fn on(&mut self, action: Action, key: Option<Key>, ctx: &Ctx<'_>) -> Vec<Effect> {
        match (self, action) {
            (Self::Form(form), Action::StrikeInstead) => {
                return put_right::zero(form, Key::sign('0'), ctx).unwrap_or_default();
            }
            (Self::Form(form), action) => return form.on(action, key, ctx),
            (Self::Together(sheet), action) => return sheet.on(action, ctx),
            (Self::Find(find), action) => return find.on(action, ctx),
            (Self::RealEvent(real), action) => return real.on(action),
            (_, Action::Back) => return vec![Effect::Pop],
            (Self::Ask(ask), Action::Confirm | Action::Record) => return ask.take(),
            (Self::Ask(ask), Action::Choose) => {
                let digit = key.and_then(Key::typed).and_then(|sign| sign.to_digit(10)).unwrap_or(0) as usize;
                if digit > 0 && ask.pick.choose(digit - 1) && !ask.by_enter {
                    return ask.take();
                }
            }
            (Self::Card(card), Action::Unfold) if card.space.is_some() => {
                let act = card.space.take().map(|(_, act)| Effect::Lead(act));
                return std::iter::once(Effect::Pop).chain(act).collect();
            }
            (Self::Card(card), Action::Confirm) => {
                if let Some((_, act)) = card.acts.take() {
                    return vec![Effect::Pop, Effect::Lead(act)];
                }
                let to = card.leads_to.map(Effect::Goto);
                return std::iter::once(Effect::Pop).chain(to).collect();
            }
            (Self::Card(card), Action::Unfold) => {
                if let Some(all) = &mut card.all {
                    std::mem::swap(all, &mut card.document);
                    card.scroll.reset();
                }
            }
            (Self::Card(card), Action::Up) => card.scroll.by(-1),
            (Self::Card(card), Action::Down) => card.scroll.by(1),
            (Self::Card(card), Action::PageUp) => card.scroll.by(-8),
            (Self::Card(card), Action::PageDown) => card.scroll.by(8),
            (Self::Card(card), Action::First) => card.scroll.reset(),
            (Self::Card(card), Action::Last) => card.scroll.to_end(),
            _ => {}
        }
        Vec::new()
    }

    /// Takes a key that is not a command.
    pub fn key(&mut self, key: Key, ctx: &Ctx<'_>) -> Vec<Effect> {
        match self {
            Self::Form(form) => match put_right::zero(form, key, ctx) {
                Some(effects) => return effects,
                None => form.key(key, ctx),
            },
            Self::Together(sheet) => sheet.key(key, ctx),
            Self::Find(find) => find.key(key, ctx),
            Self::RealEvent(real) => return real.key(key),
            Self::Ask(ask) if matches!(key.code, Code::Up | Code::Down) => {
                ask.pick.step(key.code == Code::Down);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Takes pasted text; says if something was left out.
    pub fn paste(&mut self, text: &str, ctx: &Ctx<'_>) -> Option<String> {
        match self {
            Self::Form(form) => form.paste(text),
            Self::Together(sheet) => sheet.paste(text, ctx),
            Self::Find(find) => find.paste(text, ctx),
            _ => None,
        }
    }

    /// Takes a click.
    pub fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        match (self, hit) {
            (Self::Form(form), Hit::Field(field, row)) => form.click(field, row, ctx),
            (Self::Together(sheet), Hit::Row(row)) => {
                sheet.click(row, ctx);
                Vec::new()
            }
            (Self::Ask(ask), Hit::Row(row)) => {
                ask.pick.choose(row);
                ask.take()
            }
            (Self::Find(find), Hit::Row(row)) => find.click(row),
            _ => Vec::new(),
        }
    }

    /// Draws it over an area.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        match self {
            Self::Form(form) => form.draw(canvas, area, ctx),
            Self::Together(sheet) => sheet.draw(canvas, area, ctx),
            Self::Find(find) => find.draw(canvas, area),
            Self::RealEvent(real) => real.draw(canvas, area),
            Self::Ask(ask) => draw_ask(canvas, area, ask),
            Self::Card(card) => draw_card(canvas, area, card),
        }
    }
}

fn boxed(canvas: &mut Canvas<'_>, area: Rect, lines: u16, title: &str) -> Rect {
    let width = area.width.min(84);
    let height = (lines + 2).min(area.height);
    let outer = Rect { x: area.x + (area.width - width) / 2, y: area.y, width, height };
    canvas.clear(outer);
    canvas.frame(outer, title)
}

fn draw_ask(canvas: &mut Canvas<'_>, area: Rect, ask: &Ask) {
    let mut page = Page::new(area.width.min(84).saturating_sub(4));
    if !ask.say.is_empty() {
        page.say(Role::Text, &ask.say);
    }
    // The last line of the way that is chosen, so that it is seen where they do not all fit.
    let mut last = 0;
    for (at, (label, ..)) in ask.pick.options.iter().enumerate() {
        let from = page.lines.len();
        let here = ask.pick.at == Some(at);
        let lead = if here { "▸ " } else { "  " };
        let role = if here { Role::Selected } else { Role::Text };
        let digit = if at < 9 { (at + 1).to_string() } else { " ".into() };
        page.pieces(&[(Role::Accent, lead), (Role::Accent, &digit), (Role::Text, " "), (role, label)]);
        if here {
            last = page.len();
        }
        page.click(from, Hit::Row(at));
    }
    let inner = boxed(canvas, area, page.len(), &ask.title);
    page.draw(canvas, inner, last.saturating_sub(inner.height));
}

/// Columns left of what a card or a form says.
pub const MARGIN: u16 = 3;

fn draw_card(canvas: &mut Canvas<'_>, area: Rect, card: &Card) {
    canvas.clear(area);
    let inner = Rect { x: area.x + MARGIN.min(area.width), width: area.width.saturating_sub(MARGIN + 1), ..area };
    let mut page = Page::new(inner.width);
    if !card.title.is_empty() {
        page.say(Role::Strong, &card.title).gap();
    }
    page.lines.extend(read(&card.document, inner.width).lines);
    let top = card.scroll.top(&page, inner.height);
    page.draw(canvas, inner, top);
}

/// Lets forms be told apart from other things on top.
impl Modal {
    /// Whether it takes the whole place, so that nothing below it is seen.
    pub fn covers(&self) -> bool {
        matches!(self, Self::Form(_) | Self::Card(_) | Self::Together(_) | Self::RealEvent(_))
    }

    /// The form, if it is one.
    pub fn form(&self) -> Option<&Form> {
        match self {
            Self::Form(form) => Some(form),
            _ => None,
        }
    }

    pub fn form_mut(&mut self) -> Option<&mut Form> {
        match self {
            Self::Form(form) => Some(form),
            _ => None,
        }
    }

    /// Whether something was typed into it that leaving would lose.
    pub fn is_touched(&self) -> bool {
        match self {
            Self::Form(form) => form.is_touched(),
            Self::Together(sheet) => sheet.is_touched(),
            _ => false,
        }
    }

    /// Whether text is typed into it.
    pub fn takes_text(&self) -> bool {
        match self {
            Self::Form(form) => form.fields.get(form.focus).is_some_and(|field| !matches!(field.input, Fill::Pick(_))),
            Self::Find(_) | Self::Together(_) => true,
            _ => false,
        }
    }
}
