//! The bundled tabletops: that each is sound, and that each is played to its end with the figures worked out by hand.

mod came;
mod modot_project_site;
mod morenet_meals;
mod msu_clinic;
mod play;
mod replayed;
mod shepherd_mailbox;
mod sound;
mod trinity_form;
