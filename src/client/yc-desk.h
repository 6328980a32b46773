/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk: everything a page needs, handed to it as one property. Belongs to the main thread. */
#pragma once

#include <gio/gio.h>

#include "yc-attachments.h"
#include "yc-case-list.h"
#include "yc-case.h"
#include "yc-catalog.h"
#include "yc-client-error.h"
#include "yc-desk-typed.h"
#include "yc-seeker.h"
#include "yc-issued-certificate.h"
#include "yc-line.h"
#include "yc-outbox.h"
#include "yc-print-presets.h"
#include "yc-print-run.h"
#include "yc-printers.h"
#include "yc-session.h"
#include "yc-visits.h"

G_BEGIN_DECLS

#define YC_TYPE_DESK (yc_desk_get_type ())

G_DECLARE_FINAL_TYPE (YcDesk, yc_desk, YC, DESK, GObject)

/* Properties, constant and never NULL: "attachments", "session", "line", "catalog", "seeker", "outbox",
 * "visits", "printers", "print-runs" (GListModel of YcPrintRun, newest first), "demo" (boolean),
 * "service-url". Notified: "open" (boolean). */

/**
 * yc_desk_new:
 * @data_dir: the folder of this desk's data; made (mode 0700) when it is missing
 * @service_url: such as "https://one-window.example"; "http://…" only on this machine
 * @demo: invented data only: the key lies in a file beside the data
 *
 * Makes a desk; nothing is read or sent before yc_desk_open_async().
 *
 * Returns: (transfer full): a desk
 */
YcDesk       *yc_desk_new                     (const char           *data_dir,
                                               const char           *service_url,
                                               gboolean              demo);

/**
 * yc_desk_set_passphrase:
 * @self: a desk that is not open
 * @passphrase: for machines without a Secret Service; copied to guarded memory
 *
 * To be called after yc_desk_open_finish() gave %YC_CLIENT_ERROR_PASSPHRASE_NEEDED or _WRONG,
 * then open again. The first passphrase is the one that counts from then on.
 */
void          yc_desk_set_passphrase          (YcDesk               *self,
                                               const char           *passphrase);

/**
 * yc_desk_set_authority_file:
 * @self: a desk that is not open
 * @authority_file: (nullable): a PEM file with the authorities that may vouch for the service
 *
 * Only they are believed then; without a file those of the system are.
 */
void          yc_desk_set_authority_file      (YcDesk               *self,
                                               const char           *authority_file);

/**
 * yc_desk_get_passphrase_is_new:
 * @self: a desk
 *
 * Returns: whether the passphrase that is needed is to be chosen now (ask for it twice)
 */
gboolean      yc_desk_get_passphrase_is_new   (YcDesk               *self);

/**
 * yc_desk_get_waits_for_key_ring:
 * @self: a desk
 *
 * Returns: whether it is being opened and the key ring has not given the key out yet; it may be
 *   asking somebody for a password
 */
gboolean      yc_desk_get_waits_for_key_ring  (YcDesk               *self);

/**
 * yc_desk_open_async:
 * @self: a desk
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Opens the key and the local database, reads the catalog, the outbox, the last session (when it
 * has not expired) and its visits. The service is not waited for: the line follows by itself.
 */
void          yc_desk_open_async              (YcDesk               *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * yc_desk_open_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_PASSPHRASE_NEEDED, _PASSPHRASE_WRONG, _KEY_LOST, _LOCKED,
 *   _NEWER, _INSECURE or _DISK; it can then be opened again
 */
gboolean      yc_desk_open_finish             (YcDesk               *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/**
 * yc_desk_close:
 * @self: a desk
 *
 * Saves what is not saved yet and closes everything. Blocks for a moment: call it when the
 * program ends.
 */
void          yc_desk_close                   (YcDesk               *self);

YcSession    *yc_desk_get_session             (YcDesk               *self);
YcLine       *yc_desk_get_line                (YcDesk               *self);
YcCatalog    *yc_desk_get_catalog             (YcDesk               *self);
YcSeeker     *yc_desk_get_seeker              (YcDesk               *self);
YcAttachments *yc_desk_get_attachments        (YcDesk               *self);
YcOutbox     *yc_desk_get_outbox              (YcDesk               *self);
YcVisits     *yc_desk_get_visits              (YcDesk               *self);
YcPrinters   *yc_desk_get_printers            (YcDesk               *self);
GListModel   *yc_desk_get_print_runs          (YcDesk               *self);
/* What it remembers for each kind of paper. */
YcPrintPresets *yc_desk_get_print_presets     (YcDesk               *self);
/* (nullable): what its user typed into sheets and did not send; NULL while nobody is signed in */
YcDeskTyped  *yc_desk_get_typed               (YcDesk               *self);
gboolean      yc_desk_get_demo                (YcDesk               *self);
const char   *yc_desk_get_service_url         (YcDesk               *self);
gboolean      yc_desk_get_open                (YcDesk               *self);

/**
 * yc_desk_find_own:
 * @self: a desk
 *
 * From now on, until somebody else signs in, the seeker finds the user's own cases, visits and
 * saved plans too.
 */
void          yc_desk_find_own                (YcDesk               *self);

/**
 * yc_desk_record_look:
 * @self: a desk
 * @subject: the id of a visit or a case
 *
 * Notes who saw masked personal data of a visit or case in full, and when. Stays at this desk;
 * nothing personal is in it.
 */
void          yc_desk_record_look             (YcDesk               *self,
                                               const char           *subject);

/**
 * yc_desk_create_case_list:
 * @self: a desk
 * @view: which cases
 * @filters: (nullable): which of them
 *
 * Returns: (transfer full): a live list of YcCase that begins to load
 */
YcLiveList   *yc_desk_create_case_list        (YcDesk               *self,
                                               YcCaseView            view,
                                               const YcCaseFilters  *filters);
/* (transfer full): a live list of YcIssuedCertificate, newest first, that begins to load */
YcLiveList   *yc_desk_create_certificate_list (YcDesk               *self);

/**
 * yc_desk_load_case_async:
 * @self: a desk
 * @id: a case's id
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Loads a case whole. It is the same object as in the lists and is kept live while it is held.
 */
void          yc_desk_load_case_async         (YcDesk               *self,
                                               const char           *id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* (transfer full): NULL with YC_CLIENT_ERROR_OFFLINE, _NOT_FOUND, _DENIED, … */
YcCase       *yc_desk_load_case_finish        (YcDesk               *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/**
 * yc_desk_decide_async:
 * @self: a desk
 * @a_case: a case waiting for review
 * @action: %YC_CASE_ACTION_APPROVE, _RETURN or _REFUSE
 * @reason: (nullable): a return reason's id; needed for a return
 * @cause: 0, or whose side it is on; needed for a return
 * @field: (nullable): what it is about: a pointer into the form or "materials/ID"
 * @note: (nullable): in the reviewer's words
 * @cancellable: (nullable): stops it only before it was written
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Decides a case, based on the version on screen. Needs the line. The decision is journalled
 * before it is sent, so that a broken line can neither lose nor double it.
 */
void          yc_desk_decide_async            (YcDesk               *self,
                                               YcCase               *a_case,
                                               YcCaseAction          action,
                                               const char           *reason,
                                               YcCause               cause,
                                               const char           *field,
                                               const char           *note,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * yc_desk_decide_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: %TRUE when the service has decided and @a_case shows it; %FALSE with
 *   %YC_CLIENT_ERROR_OFFLINE (nothing done), _PENDING (kept, goes on by itself), _CONFLICT (the
 *   case has been refreshed; look again), _OWN_INTAKE, _STATE, _DENIED, _INVALID or _DISK.
 *   Unless it is pending, nothing stays in the outbox
 */
gboolean      yc_desk_decide_finish           (YcDesk               *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/**
 * yc_desk_load_certificate_async:
 * @self: a desk
 * @case_id: a case with a certificate
 * @serial: (nullable): the version that is wanted, and no other
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Gives the certificate's PDF, exactly as the service issued it (its SHA-256 is checked). Once
 * fetched it is kept here, sealed, and works with the line down.
 */
void          yc_desk_load_certificate_async  (YcDesk               *self,
                                               const char           *case_id,
                                               const char           *serial,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* (transfer full): NULL with YC_CLIENT_ERROR_NO_CERTIFICATE, _OFFLINE, _BAD_ANSWER, … or _CONFLICT when
 * another version has taken its place */
GBytes       *yc_desk_load_certificate_finish (YcDesk               *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/**
 * yc_desk_load_returns_async:
 * @self: a desk
 * @from: first day, "YYYY-MM-DD"
 * @to: last day, "YYYY-MM-DD"
 * @place: (nullable): a place's code, %NULL for all that the user may see
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Loads the summary of returns: {"period":{"from","to"},"intake","returns","by_clerk":[{"id",
 * "name","intake","returns","clerk_returns","verdict"}],"by_item":[{"code","title","intake",
 * "returns","standard_returns","verdict"}],"by_cause":[{"cause","returns"}],"by_reason":[{"id",
 * "title","cause","returns"}]}.
 */
void          yc_desk_load_returns_async      (YcDesk               *self,
                                               const char           *from,
                                               const char           *to,
                                               const char           *place,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* (transfer full): all arrays present and made of objects */
JsonObject   *yc_desk_load_returns_finish     (YcDesk               *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
