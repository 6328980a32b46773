/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the clerk fills it in, from the first field to the live case at the service. */
#pragma once

#include <gio/gio.h>

#include "yc-attachments.h"
#include "yc-case.h"
#include "yc-citizen.h"
#include "yc-command.h"
#include "yc-delivery-wish.h"
#include "yc-draft-material.h"
#include "yc-form.h"
#include "yc-item.h"

G_BEGIN_DECLS

/**
 * YcCaseDraftState:
 * @YC_CASE_DRAFT_DRAFT: being filled; only here, saved as typed.
 * @YC_CASE_DRAFT_SAVED: submitted, safe in the journal, on its way.
 * @YC_CASE_DRAFT_PARKED: submitted, but the service refuses it as it is: see
 *   yc_case_draft_get_command(). Editing is possible; submitting again takes the place of it.
 * @YC_CASE_DRAFT_SENT: the service has it; "case" tells its live state.
 * @YC_CASE_DRAFT_MENDING: the service has it and it was returned, or was opened to be mended;
 *   fields can be edited, submit sends it again.
 */
typedef enum
{
  YC_CASE_DRAFT_DRAFT = 1,
  YC_CASE_DRAFT_SAVED,
  YC_CASE_DRAFT_PARKED,
  YC_CASE_DRAFT_SENT,
  YC_CASE_DRAFT_MENDING,
} YcCaseDraftState;

#define YC_TYPE_CASE_DRAFT (yc_case_draft_get_type ())

G_DECLARE_FINAL_TYPE (YcCaseDraft, yc_case_draft, YC, CASE_DRAFT, GObject)

/* Properties, read-only and notified: "case-id", "item" (YcItem), "item-code", "item-title",
 * "citizen" (YcCitizen), "form" (YcForm), "materials" (GListModel of YcDraftMaterial),
 * "n-materials-missing" (uint), "state" (int), "editable" (boolean), "ready" (boolean),
 * "case" (YcCase), "command" (YcCommand). Signal "changed" after anything the user edited. */

/* A UUID of version 7, made here; the id of the case for ever. */
const char       *yc_case_draft_get_case_id             (YcCaseDraft          *self);
/* (nullable): NULL when the catalog no longer has the item */
YcItem           *yc_case_draft_get_item                (YcCaseDraft          *self);
const char       *yc_case_draft_get_item_code           (YcCaseDraft          *self);
const char       *yc_case_draft_get_item_title          (YcCaseDraft          *self);
/* The applicant: the visit's citizen. */
YcCitizen        *yc_case_draft_get_citizen             (YcCaseDraft          *self);
/* (nullable): NULL when the item has no form */
YcForm           *yc_case_draft_get_form                (YcCaseDraft          *self);
/* How the applicant lets the certificate be sent. */
YcDeliveryWish   *yc_case_draft_get_wish                (YcCaseDraft          *self);
/* Where the files that the form names are kept. */
YcAttachments    *yc_case_draft_get_attachments         (YcCaseDraft          *self);
GListModel       *yc_case_draft_get_materials           (YcCaseDraft          *self);
guint             yc_case_draft_get_n_materials_missing (YcCaseDraft          *self);
YcCaseDraftState  yc_case_draft_get_state               (YcCaseDraft          *self);
/* Whether the fields may be edited: DRAFT, PARKED and MENDING. */
gboolean          yc_case_draft_get_editable            (YcCaseDraft          *self);
/* Whether a submit can begin: editable, citizen complete, form valid, no material missing. */
gboolean          yc_case_draft_get_ready               (YcCaseDraft          *self);
/* (nullable): the live case, once the service has it */
YcCase           *yc_case_draft_get_case                (YcCaseDraft          *self);
/* (nullable): the submission on its way or parked */
YcCommand        *yc_case_draft_get_command             (YcCaseDraft          *self);
/* (transfer full): what the service found wrong with the parked submission, a line each with the
 * field's title; empty for nothing */
char            **yc_case_draft_dup_refusals            (YcCaseDraft          *self);

/**
 * yc_case_draft_submit_async:
 * @self: a draft
 * @cancellable: (nullable): stops it only before it was written
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Checks the draft and writes the submission to the journal; the state is then SAVED. Works with
 * the line down. A case that was returned is submitted again, based on the version last seen.
 */
void              yc_case_draft_submit_async            (YcCaseDraft          *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/**
 * yc_case_draft_submit_finish:
 * @self: a draft
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_INCOMPLETE (fields are marked), _STATE (already on its
 *   way), _DISK or _SIGNED_OUT; the draft is then as it was
 */
gboolean          yc_case_draft_submit_finish           (YcCaseDraft          *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
