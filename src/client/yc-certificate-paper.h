/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a certificate before it is issued: see `yichuangctl
 * certificate preview`. */
#pragma once

#include "yc-case-draft.h"
#include "yc-desk.h"

G_BEGIN_DECLS

/**
 * yc_certificate_paper_write_draft:
 * @desk: the desk
 * @draft: a case that is being filled in
 * @agent: (nullable): who acts for the citizen, if anybody
 *
 * Writes down what the certificate would say if the case were approved as it is now. Needs no line.
 *
 * Returns: (transfer full) (nullable): a request; %NULL when the item has no certificate, or the catalog
 *   does not have its template
 */
JsonNode *yc_certificate_paper_write_draft (YcDesk      *desk,
                                            YcCaseDraft *draft,
                                            YcCitizen   *agent);

/**
 * yc_certificate_paper_write_case:
 * @desk: the desk
 * @a_case: a whole case
 *
 * The same of a case that was submitted.
 *
 * Returns: (transfer full) (nullable): a request; %NULL when there is no certificate to look at
 */
JsonNode *yc_certificate_paper_write_case  (YcDesk      *desk,
                                            YcCase      *a_case);

/**
 * yc_certificate_paper_set_async:
 * @desk: the desk
 * @request: one of these requests; changed
 * @cancellable: (nullable): gives it up
 * @callback: called in the caller's context
 * @user_data: for @callback
 *
 * Fetches the photos that the certificate shows, then sets it. A photo that cannot be fetched, because it is
 * at the service and the line is down, leaves its frame empty.
 */
void      yc_certificate_paper_set_async   (YcDesk               *desk,
                                            JsonNode             *request,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * yc_certificate_paper_set_finish:
 * @result: what @callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a PDF on which every page says 预览无效; %NULL as
 *   yc_paper_program_set_finish() does
 */
GBytes   *yc_certificate_paper_set_finish  (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
