/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reviewer reads in a whole case: form and materials now and in the try before, history. */
#pragma once

#include <gio/gio.h>

#include "yc-case.h"
#include "yc-material.h"

G_BEGIN_DECLS

/* All of these answer for a whole case (yc_case_is_whole()); for a summary they answer with
 * nothing. Nodes and strings belong to the case and stay until it is updated. */

/* (nullable): the form as submitted last */
JsonNode   *yc_case_contents_get_form         (YcCase     *a_case);
/* (nullable): the form of the try before; NULL when this is the first */
JsonNode   *yc_case_contents_get_earlier_form (YcCase     *a_case);
/* (nullable): "name", "id_number", "mobile", "address" or "email" of the applicant */
const char *yc_case_contents_get_applicant    (YcCase     *a_case,
                                               const char *name);
/* (nullable): how a material was handed in: "complete", "fetched", "missing", "tolerated",
 * "waived" */
const char *yc_case_contents_get_material     (YcCase     *a_case,
                                               const char *material);
/* (nullable): the same in the try before */
const char *yc_case_contents_get_earlier_material (YcCase *a_case,
                                               const char *material);
/* (transfer none): @material in the variant in which it was handed in, now and in the try before */
YcMaterial *yc_case_contents_pick_material    (YcCase     *a_case,
                                               YcMaterial *material);
YcMaterial *yc_case_contents_pick_earlier_material (YcCase *a_case,
                                               YcMaterial *material);
/* (nullable): of a waived material, the id of the question list that does not ask for it */
const char *yc_case_contents_get_waiver       (YcCase     *a_case,
                                               const char *material);
/* (transfer full) (nullable): over which channels the applicant lets the certificate be sent, with
 * yc_delivery_channel_get_title(); NULL when nothing was said */
GStrv       yc_case_contents_dup_channels     (YcCase     *a_case);
/* (transfer full): the returns so far as YcCaseReturn, oldest first */
GListModel *yc_case_contents_create_returns   (YcCase     *a_case);

G_END_DECLS
