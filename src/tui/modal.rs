//! What can lie on top of a screen: a closed list. Keys go to the top one only; Escape takes it away.

use super::action::Action;
use super::ask::Ask;
use super::canvas::{Canvas, Hit};
use super::card::Card;
use super::ctx::Ctx;
use super::effect::Effect;
use super::find::Find;
use super::form::together::Together;
use super::form::{Fill, Form};
use super::key::{Code, Key};
use super::keymap::Scope;
use super::put_right;
use super::real_event::RealEvent;
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
                return ask.number(digit);
            }
            (Self::Card(card), action) => return card.on(action),
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
                ask.step(key.code == Code::Down);
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
            (Self::Ask(ask), Hit::Row(row)) => ask.click(row),
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
            Self::Ask(ask) => ask.draw(canvas, area),
            Self::Card(card) => card.draw(canvas, area),
        }
    }
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
