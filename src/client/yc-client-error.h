/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the client room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcClientError:
 * @YC_CLIENT_ERROR_FAILED: an operation failed for a reason told in the message.
 * @YC_CLIENT_ERROR_OFFLINE: the service cannot be reached, or the line broke. Everything typed is
 *   kept; try again when the line is back.
 * @YC_CLIENT_ERROR_TIMED_OUT: the service did not answer in time. For a change this leaves open
 *   whether it was made; commands of the outbox are sent again without making it twice.
 * @YC_CLIENT_ERROR_BAD_ANSWER: the answer was too large or not what the API promises; the
 *   service needs an administrator's look, what is kept here is safe.
 * @YC_CLIENT_ERROR_INSECURE: the service's address is neither https nor on this machine; nothing
 *   was sent. An administrator has to look.
 * @YC_CLIENT_ERROR_CERTIFICATE: the service's TLS certificate is by nobody who may vouch for it, or
 *   it has none; nothing was sent.
 * @YC_CLIENT_ERROR_CERTIFICATE_NAME: its certificate is for another address; nothing was sent.
 * @YC_CLIENT_ERROR_CERTIFICATE_DATE: its certificate is out of date, or this machine's clock is
 *   wrong; nothing was sent.
 * @YC_CLIENT_ERROR_WRONG_PASSWORD: user name or password is wrong.
 * @YC_CLIENT_ERROR_SIGNED_OUT: nobody is signed in; sign in first.
 * @YC_CLIENT_ERROR_SESSION_EXPIRED: the session has ended; everything is kept, sign in and go on.
 * @YC_CLIENT_ERROR_DENIED: the role does not allow it.
 * @YC_CLIENT_ERROR_OWN_INTAKE: whoever took a case in may not decide it (受审分离).
 * @YC_CLIENT_ERROR_NOT_FOUND: the service does not know it (any more).
 * @YC_CLIENT_ERROR_CONFLICT: somebody changed the case meanwhile; ours and theirs are both kept.
 * @YC_CLIENT_ERROR_STATE: the case's state does not allow it (any more).
 * @YC_CLIENT_ERROR_INVALID: the service's check refused what was sent; see the problems beside it.
 * @YC_CLIENT_ERROR_TOO_LARGE: what was sent is larger than the service takes.
 * @YC_CLIENT_ERROR_BUSY: the service is too busy or is starting; it is tried again by itself.
 * @YC_CLIENT_ERROR_SEAL: the service cannot sign certificates just now; it is tried again by itself.
 * @YC_CLIENT_ERROR_SERVICE: the service failed inside; it is tried again by itself.
 * @YC_CLIENT_ERROR_PENDING: the line broke before the answer came. The command is kept in the
 *   outbox and goes on by itself; do not do it again.
 * @YC_CLIENT_ERROR_REJECTED: the service refuses the command for another reason, told in the
 *   message; it will not be sent again by itself.
 * @YC_CLIENT_ERROR_INCOMPLETE: the draft has missing or wrong fields; nothing was sent.
 * @YC_CLIENT_ERROR_DISK: the local database cannot be written or read: full disk, damage, rights.
 *   What was typed since is not safe yet.
 * @YC_CLIENT_ERROR_NEWER: the local data was made by a newer version of the program.
 * @YC_CLIENT_ERROR_PASSPHRASE_NEEDED: no Secret Service runs here: call yc_desk_set_passphrase()
 *   and open again.
 * @YC_CLIENT_ERROR_PASSPHRASE_WRONG: the passphrase is not the one of this desk's data.
 * @YC_CLIENT_ERROR_KEY_LOST: the Secret Service has no key for this desk's data, or one that does
 *   not open it; the data is untouched.
 * @YC_CLIENT_ERROR_KEY_RING_LOCKED: the key of this desk's data is in a key ring that was not
 *   unlocked or does not run; the data is untouched. Unlock it and open again.
 * @YC_CLIENT_ERROR_LOCKED: another running desk uses the same data folder.
 * @YC_CLIENT_ERROR_PRINT_UNDER_WAY: this certificate is being printed; nothing was printed twice.
 * @YC_CLIENT_ERROR_PRINT_UNRESOLVED: the outcome of an earlier print is unknown: look at the
 *   printer's tray and say so with yc_print_run_resolve_async() first.
 * @YC_CLIENT_ERROR_REPRINT_REASON: the certificate was printed before: a further sheet needs a reason.
 * @YC_CLIENT_ERROR_REPRINT_OFFLINE: a further sheet carries its number, which the service gives, and
 *   the line is down; nothing was printed.
 * @YC_CLIENT_ERROR_NO_CERTIFICATE: the case has no certificate (yet).
 * @YC_CLIENT_ERROR_CLOSED: the desk was closed.
 *
 * The words for people are made in the ui; the message of a #GError is for the log and holds no
 * personal data.
 */
typedef enum
{
  YC_CLIENT_ERROR_FAILED = 1,
  YC_CLIENT_ERROR_OFFLINE,
  YC_CLIENT_ERROR_TIMED_OUT,
  YC_CLIENT_ERROR_BAD_ANSWER,
  YC_CLIENT_ERROR_INSECURE,
  YC_CLIENT_ERROR_CERTIFICATE,
  YC_CLIENT_ERROR_CERTIFICATE_NAME,
  YC_CLIENT_ERROR_CERTIFICATE_DATE,
  YC_CLIENT_ERROR_WRONG_PASSWORD,
  YC_CLIENT_ERROR_SIGNED_OUT,
  YC_CLIENT_ERROR_SESSION_EXPIRED,
  YC_CLIENT_ERROR_DENIED,
  YC_CLIENT_ERROR_OWN_INTAKE,
  YC_CLIENT_ERROR_NOT_FOUND,
  YC_CLIENT_ERROR_CONFLICT,
  YC_CLIENT_ERROR_STATE,
  YC_CLIENT_ERROR_INVALID,
  YC_CLIENT_ERROR_TOO_LARGE,
  YC_CLIENT_ERROR_BUSY,
  YC_CLIENT_ERROR_SEAL,
  YC_CLIENT_ERROR_SERVICE,
  YC_CLIENT_ERROR_PENDING,
  YC_CLIENT_ERROR_REJECTED,
  YC_CLIENT_ERROR_INCOMPLETE,
  YC_CLIENT_ERROR_DISK,
  YC_CLIENT_ERROR_NEWER,
  YC_CLIENT_ERROR_PASSPHRASE_NEEDED,
  YC_CLIENT_ERROR_PASSPHRASE_WRONG,
  YC_CLIENT_ERROR_KEY_LOST,
  YC_CLIENT_ERROR_KEY_RING_LOCKED,
  YC_CLIENT_ERROR_LOCKED,
  YC_CLIENT_ERROR_PRINT_UNDER_WAY,
  YC_CLIENT_ERROR_PRINT_UNRESOLVED,
  YC_CLIENT_ERROR_REPRINT_REASON,
  YC_CLIENT_ERROR_REPRINT_OFFLINE,
  YC_CLIENT_ERROR_NO_CERTIFICATE,
  YC_CLIENT_ERROR_CLOSED,
} YcClientError;

#define YC_CLIENT_ERROR (yc_client_error_quark ())

GQuark yc_client_error_quark (void);

G_END_DECLS
