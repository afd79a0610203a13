//! What an editor of stories asks: which charts take these statements, what each statement says, how the words of the format are called.
//!
//! In: the files of a story that is being written, with all its mistakes. Out: JSON in the language of whoever edits.
//!
//! | module       | answers                                                                  |
//! |--------------|--------------------------------------------------------------------------|
//! | `answers`    | which charts take chosen statements, and why the others do not           |
//! | `candidates` | the charts that could be made of them, as a story's file would have them |
//! | `example`    | a small story to begin with                                              |
//! | `scale`      | how many people or things a dot stands for                               |
//! | `statements` | every statement of the story, in words                                   |
//! | `trial`      | a copy of the story in which charts are tried                            |
//! | `words`      | names of measures, bounds, units and charts                              |
//!
//! **Invariant**: decides nothing itself: what is refused is refused by the rules of `load`, in their words.

pub mod answers;
mod candidates;
pub mod example;
mod scale;
pub mod statements;
mod trial;
pub mod words;
