//! The words that were typed into a form, apart from what was chosen: they come back where what they said was struck.

use super::{Field, Fill, Form};
use crate::base::ItemId;

/// Each with the field, and the column where it is a cell.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<(&'static str, Option<ItemId>, String)>);

impl Form {
    /// What was typed; what the program had offered and nobody changed is no part of it.
    pub fn words(&self) -> Words {
        let typed = |field: &&Field| {
            let text = field.input.text();
            !matches!(field.input, Fill::Pick(_)) && !field.hidden && !text.trim().is_empty() && text != field.initial
        };
        let words = self.fields.iter().filter(typed).map(|field| {
            let column = field.record.as_ref().and_then(|(_, column)| column.clone());
            (field.name, column, field.input.text())
        });
        Words(words.collect())
    }

    /// Takes words back, each into its field once that is asked and holds nothing else. Whether one stands there again.
    pub(in crate::tui) fn takes_back(&mut self, words: Words) -> bool {
        self.back = words;
        self.puts_back()
    }

    pub(super) fn puts_back(&mut self) -> bool {
        let before = self.back.0.len();
        let Self { back, fields, .. } = self;
        back.0.retain(|(name, column, text)| {
            let place = (*name, column.as_ref().map(ItemId::as_str));
            let free = |field: &&mut Field| field.key_of() == place && field.input.text() == field.initial;
            let Some(field) = fields.iter_mut().find(free) else { return true };
            match &mut field.input {
                input @ Fill::Area(_) => *input = Fill::area(text),
                input @ Fill::Line(_) => *input = Fill::line(text),
                Fill::Pick(_) => return true,
            }
            field.offered = false;
            false
        });
        self.back.0.len() < before
    }
}
