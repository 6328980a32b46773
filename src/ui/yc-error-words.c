/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table from errors to what a clerk reads: what happened, and the way out. */
#include "yc-error-words.h"

#include "yc-client-error.h"
#include "yc-printing-error.h"

#include <glib/gi18n-lib.h>

/* Errors of the other rooms carry translated words themselves. */
static const struct
{
  YcClientError code;
  const char   *title;
  const char   *way_out;
} words[] = {
  { YC_CLIENT_ERROR_FAILED, N_ ("That did not work"), N_ ("Try again; if it stays so, call the administrator.") },
  { YC_CLIENT_ERROR_OFFLINE, N_ ("The service cannot be reached"), N_ ("Everything typed is kept. Go on; it is sent when the line is back.") },
  { YC_CLIENT_ERROR_TIMED_OUT, N_ ("The service did not answer in time"), N_ ("Everything typed is kept. It is tried again by itself.") },
  { YC_CLIENT_ERROR_BAD_ANSWER, N_ ("The service's answer made no sense"), N_ ("What is kept here is safe. Call the administrator.") },
  { YC_CLIENT_ERROR_INSECURE, N_ ("The service's address is not safe"), N_ ("It must begin with https. Call the administrator.") },
  { YC_CLIENT_ERROR_CERTIFICATE, N_ ("The service cannot prove that it is the right one"), N_ ("Nothing was sent to it; everything typed is kept. Call the administrator: this computer does not trust who issued the service's certificate.") },
  { YC_CLIENT_ERROR_CERTIFICATE_NAME, N_ ("Another service answers at this address"), N_ ("Nothing was sent to it; everything typed is kept. Call the administrator: the service's certificate is for another address.") },
  { YC_CLIENT_ERROR_CERTIFICATE_DATE, N_ ("The service's certificate is out of date"), N_ ("Nothing was sent to it; everything typed is kept. See whether this computer's date is right, then call the administrator.") },
  { YC_CLIENT_ERROR_WRONG_PASSWORD, N_ ("User name or password is wrong"), N_ ("Look at Caps Lock and type the password again.") },
  { YC_CLIENT_ERROR_SIGNED_OUT, N_ ("Nobody is signed in"), N_ ("Sign in first.") },
  { YC_CLIENT_ERROR_SESSION_EXPIRED, N_ ("The session has ended"), N_ ("Everything is kept. Sign in again and go on.") },
  { YC_CLIENT_ERROR_DENIED, N_ ("Your role may not do this"), N_ ("Ask your supervisor.") },
  { YC_CLIENT_ERROR_OWN_INTAKE, N_ ("You took this case in yourself"), N_ ("Somebody else must decide it.") },
  { YC_CLIENT_ERROR_NOT_FOUND, N_ ("The service does not know this any more"), N_ ("Fetch the list again (F5).") },
  { YC_CLIENT_ERROR_CONFLICT, N_ ("Somebody else changed this case meanwhile"), N_ ("Look at the new state, then decide again.") },
  { YC_CLIENT_ERROR_STATE, N_ ("The case is no longer in a state for this"), N_ ("Look at the new state.") },
  { YC_CLIENT_ERROR_INVALID, N_ ("The service found mistakes in the form"), N_ ("Mend them and send again.") },
  { YC_CLIENT_ERROR_TOO_LARGE, N_ ("This is more than the service takes"), N_ ("Shorten long texts or attach smaller files, and send again.") },
  { YC_CLIENT_ERROR_BUSY, N_ ("The service is busy"), N_ ("It is tried again by itself.") },
  { YC_CLIENT_ERROR_SEAL, N_ ("The seal cannot sign just now"), N_ ("No number was used up. It is tried again by itself; if it stays so, call the administrator: the key of the seal is missing.") },
  { YC_CLIENT_ERROR_SERVICE, N_ ("The service had a failure"), N_ ("It is tried again by itself. If it stays so, call the administrator.") },
  { YC_CLIENT_ERROR_PENDING, N_ ("The line broke before the answer came"), N_ ("It is kept and goes on by itself. Do not do it again.") },
  { YC_CLIENT_ERROR_REJECTED, N_ ("The service refused this"), N_ ("See the reason, mend it and send again.") },
  { YC_CLIENT_ERROR_INCOMPLETE, N_ ("Something is still missing"), N_ ("F2 goes to the first field that needs a look.") },
  { YC_CLIENT_ERROR_DISK, N_ ("This computer cannot save"), N_ ("What was typed last is not safe yet. Free some disk space or call the administrator.") },
  { YC_CLIENT_ERROR_NEWER, N_ ("This data was made by a newer version"), N_ ("Start the newer version, or call the administrator.") },
  { YC_CLIENT_ERROR_PASSPHRASE_NEEDED, N_ ("This desk's data is locked"), N_ ("Type the passphrase.") },
  { YC_CLIENT_ERROR_PASSPHRASE_WRONG, N_ ("The passphrase is wrong"), N_ ("Type it again.") },
  { YC_CLIENT_ERROR_KEY_LOST, N_ ("The key of this desk's data does not fit"), N_ ("The data is untouched. Change nothing here and call the administrator.") },
  { YC_CLIENT_ERROR_KEY_RING_LOCKED, N_ ("This computer's key ring is locked"), N_ ("It keeps the key of this desk's data, which is untouched. Unlock the key ring, then try again; if that does not help, call the administrator.") },
  { YC_CLIENT_ERROR_LOCKED, N_ ("Another window uses this desk's data"), N_ ("Close the other one, then try again.") },
  { YC_CLIENT_ERROR_PRINT_UNDER_WAY, N_ ("This certificate is being printed already"), N_ ("Nothing was printed twice. Wait for the sheet.") },
  { YC_CLIENT_ERROR_PRINT_UNRESOLVED, N_ ("It is not known whether the last print came out"), N_ ("Look at the printer, then say whether the sheet is there.") },
  { YC_CLIENT_ERROR_REPRINT_REASON, N_ ("This certificate was printed before"), N_ ("Say why it is printed once more.") },
  { YC_CLIENT_ERROR_REPRINT_OFFLINE, N_ ("It cannot be printed once more while the line is down"), N_ ("Further sheets carry a print number, which the service gives. Nothing was printed; print when the line is back.") },
  { YC_CLIENT_ERROR_NO_CERTIFICATE, N_ ("There is no certificate yet"), N_ ("It appears here as soon as the case is approved.") },
  { YC_CLIENT_ERROR_CLOSED, N_ ("The desk was closed"), N_ ("Start the program again.") },
};

/**
 * yc_error_words_title:
 * @error: an error of any room
 *
 * Returns: (transfer none): what happened, translated
 */
const char *
yc_error_words_title (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_error_matches (error, YC_CLIENT_ERROR, words[i].code))
      return _ (words[i].title);

  return error->message;
}

/**
 * yc_error_words_way_out:
 * @error: an error of any room
 *
 * Returns: (transfer none): what to do about it, translated; "" when the title says it
 */
const char *
yc_error_words_way_out (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_error_matches (error, YC_CLIENT_ERROR, words[i].code))
      return _ (words[i].way_out);
  if (error->domain == G_IO_ERROR || error->domain == G_SPAWN_ERROR)
    return _ ("Try again; if it stays so, call the administrator.");

  return "";
}

/**
 * yc_error_words_way_to_print:
 * @error: why the print server did not get a paper
 *
 * Returns: (transfer none): what to do about it, translated; "" when the title says it
 */
const char *
yc_error_words_way_to_print (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != YC_PRINTING_ERROR)
    return yc_error_words_way_out (error);
  switch ((YcPrintingError) error->code)
    {
    case YC_PRINTING_ERROR_SERVER_DOWN:
    case YC_PRINTING_ERROR_TIMED_OUT:
      return _ ("Ask the administrator to start the print service, then print again.");
    case YC_PRINTING_ERROR_NO_PRINTER:
    case YC_PRINTING_ERROR_REJECTED:
    case YC_PRINTING_ERROR_DENIED:
      return _ ("Choose another printer, or call the administrator.");
    case YC_PRINTING_ERROR_UNSUPPORTED:
      return _ ("Choose other paper, sides or copies.");
    case YC_PRINTING_ERROR_FAILED:
    case YC_PRINTING_ERROR_UNCLEAR:
    case YC_PRINTING_ERROR_BEGUN:
    default:
      return _ ("Print again. If it stays so, call the administrator.");
    }
}

/**
 * yc_error_words_line:
 * @error: an error of any room
 *
 * Returns: (transfer full): both on one line
 */
char *
yc_error_words_line (const GError *error)
{
  const char *way_out;

  g_return_val_if_fail (error != NULL, NULL);

  way_out = yc_error_words_way_out (error);
  if (*way_out == '\0')
    return g_strdup (yc_error_words_title (error));

  /* Translators: what happened, then what to do about it */
  return g_strdup_printf (_ ("%s. %s"), yc_error_words_title (error), way_out);
}
