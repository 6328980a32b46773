/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain words for what came of checking a certificate: one table for the desk, the command line
 * and the API. */
#include "yc-verification-words-private.h"

#include <glib/gi18n-lib.h>

#define ASK_ISSUER N_("Do not accept it; ask the issuer for the original.")

static const struct
{
  const char *name;
  const char *title;
  const char *sentence;
  const char *advice;
} words[] = {
  [YC_VERIFICATION_GENUINE] = { "genuine", N_("Genuine"),
                                N_("Sealed by the signer named here, and unchanged since."),
                                N_("It may be accepted.") },
  [YC_VERIFICATION_SAMPLE] = { "sample", N_("Training sample"),
                               N_("Unchanged, but sealed with the sample seal, which everybody "
                                  "has."),
                               N_("It proves nothing. Use it for training only.") },
  [YC_VERIFICATION_IN_REGISTER] = { "in-register", N_("In the register"),
                                    N_("A certificate with this number was issued and is valid."),
                                    N_("Compare what the register says with the sheet, word for "
                                       "word.") },
  [YC_VERIFICATION_MARK_ONLY] = { "mark-only", N_("The code is genuine"),
                                  N_("The issuer signed this code. What the sheet says was not "
                                     "compared with it."),
                                  N_("Type name and ID number as they stand on the sheet.") },
  [YC_VERIFICATION_NUMBER_ONLY] = { "number-only", N_("Well formed number"),
                                    N_("The number is written as it should be. That says nothing "
                                       "about the certificate."),
                                    N_("Ask again when the line is up, or scan the code on the "
                                       "sheet.") },
  [YC_VERIFICATION_EXPIRED] = { "expired", N_("Expired"),
                                N_("It was genuine, but its last day of validity is over."),
                                N_("Ask for a new one.") },
  [YC_VERIFICATION_SIGNER_EXPIRED] = { "signer-expired", N_("Signer’s certificate out of date"),
                                       N_("Unchanged and sealed by a trusted signer, but its "
                                          "certificate is out of its period."),
                                       N_("Look the number up in the issuer’s register.") },
  [YC_VERIFICATION_REPLACED] = { "replaced", N_("Replaced by another"),
                                 N_("The issuer has issued another certificate in its place."),
                                 N_("Do not accept it; ask for the new one.") },
  [YC_VERIFICATION_VOID] = { "void", N_("Void"), N_("The issuer has made it void."),
                             N_("Do not accept it.") },
  [YC_VERIFICATION_UNKNOWN] = { "unknown", N_("Not in the register"),
                                N_("The issuer’s register does not have this certificate."),
                                N_("Do not accept it; ask the issuer.") },
  [YC_VERIFICATION_WORDS_DIFFER] = { "words-differ", N_("The sheet says something else"),
                                     N_("The code is genuine, but it was made for other words than "
                                        "those typed here."),
                                     N_("Check what you typed. If it is as on the sheet, the sheet "
                                        "was altered: do not accept it.") },
  [YC_VERIFICATION_OTHER_SIGNER] = { "other-signer", N_("Signed by someone else"),
                                     N_("Unchanged, but whoever signed it is nobody we trust."),
                                     N_("Do not accept it; ask the issuer.") },
  [YC_VERIFICATION_EXTENDED] = { "extended", N_("Added to after sealing"),
                                 N_("What was sealed is in it unchanged, but something was added "
                                    "behind it that may cover it."),
                                 ASK_ISSUER },
  [YC_VERIFICATION_ALTERED] = { "altered", N_("Changed after sealing"),
                                N_("This is not what was sealed."), ASK_ISSUER },
  [YC_VERIFICATION_NOT_SIGNED] = { "not-signed", N_("Not sealed"),
                                   N_("A PDF without a seal’s signature: a picture of a seal "
                                      "proves nothing."),
                                   ASK_ISSUER },
  [YC_VERIFICATION_BAD_NUMBER] = { "bad-number", N_("Not a certificate’s number"),
                                   N_("Its check character is wrong, or a part is missing."),
                                   N_("Compare it with the sheet, character for character.") },
  [YC_VERIFICATION_BROKEN] = { "broken", N_("Not readable"),
                               N_("Not a PDF, or cut off on its way."),
                               N_("Ask for the file again.") },
};

const char *
yc_verification_state_to_string (YcVerificationState state)
{
  g_return_val_if_fail (state >= YC_VERIFICATION_GENUINE && state <= YC_VERIFICATION_BROKEN, NULL);

  return words[state].name;
}

const char *
yc_verification_state_get_title (YcVerificationState state)
{
  return _(words[state].title);
}

const char *
yc_verification_state_get_sentence (YcVerificationState state)
{
  return _(words[state].sentence);
}

const char *
yc_verification_state_get_advice (YcVerificationState state)
{
  return _(words[state].advice);
}
