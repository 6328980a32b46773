/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filled form on A4 paper, to be read, signed and kept. */
#pragma once

#include "yc-form.h"

G_BEGIN_DECLS

/**
 * YcFormSheetMarks:
 * @title: (nullable): what stands on top; the form's title without it
 * @item: (nullable): the item that is applied for
 * @applicant: (nullable): {name, id_number, mobile, address}
 * @agent: (nullable): the same of who acts for the applicant
 * @places: (nullable): {code: names}, for fields of the format place-code; a code that is not in it
 *   is printed as it is
 * @printed_at: when it is printed
 * @sample: for training: every page says 演练
 * @masked: ID numbers and mobile numbers are hidden but for a few digits: for any sheet that is not
 *   the applicant's own
 *
 * What a sheet says beside what is filled in.
 */
typedef struct
{
  const char *title;
  const char *item;
  JsonObject *applicant;
  JsonObject *agent;
  JsonObject *places;
  GDateTime  *printed_at;
  gboolean    sample;
  gboolean    masked;
} YcFormSheetMarks;

/**
 * yc_form_sheet_compose:
 * @form: the form as it is filled, hidden fields left out
 * @marks: what else it says
 * @error: return location
 *
 * Sets the form on A4 pages, in the sections of its layout. The sheet is Chinese whatever the
 * interface's language is; characters that no font has are printed as 〓. Not for a thread of a program
 * that draws text by itself: cairo may stand still then.
 *
 * Returns: (transfer full): the PDF, %NULL with %YC_CERTIFICATE_ERROR
 */
GBytes *yc_form_sheet_compose (YcForm                  *form,
                               const YcFormSheetMarks  *marks,
                               GError                 **error);

G_END_DECLS
