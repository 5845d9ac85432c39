//! What a rule belongs to, and what users switch on and off. Read by the build too.

macro_rules! categories {
    ($($name:ident = $id:literal, $title:literal;)*) => {
        /// One of the 18 categories; ids are public and stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        pub enum Category { $(#[doc = $title] #[serde(rename = $id)] $name,)* }

        impl Category {
            /// All categories, in the order in which they are documented.
            pub const ALL: &[Category] = &[$(Category::$name,)*];

            /// The public id (`patient-identifier`).
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Category::$name => $id,)* }
            }

            /// The name users read.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Category::$name => $title,)* }
            }
        }
    };
}

categories! {
    PatientIdentifier = "patient-identifier", "Patient identifiers";
    JigsawIdentification = "jigsaw-identification", "Details that add up to a patient";
    ConfirmsRelationship = "confirms-relationship", "Confirming that someone is a patient";
    DerogatoryRemark = "derogatory-remark", "Derogatory remarks about patients";
    SexualisedRemark = "sexualised-remark", "Sexualised remarks";
    Discrimination = "discrimination", "Discrimination";
    ColleagueOrEmployer = "colleague-or-employer", "Colleagues and employers";
    DefinitiveAdvice = "definitive-advice", "Definitive medical advice";
    UnsourcedClaim = "unsourced-claim", "Claims without a source";
    Advertising = "advertising", "Advertising";
    UndisclosedInterest = "undisclosed-interest", "Undisclosed interests";
    Defamation = "defamation", "Defamation";
    HeatedReply = "heated-reply", "Heated replies";
    Boundary = "boundary", "Boundaries with patients";
    UndisclosedIdentity = "undisclosed-identity", "Hidden identity";
    UnprofessionalConduct = "unprofessional-conduct", "Unprofessional conduct";
    ClinicalImage = "clinical-image", "Clinical images";
    AuthorPrivacy = "author-privacy", "Your own privacy";
}
