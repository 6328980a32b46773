/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a certificate: a template filled in and set into pages. */
#pragma once

#include "yc-certificate-composer.h"
#include "yc-sheet-flow.h"

G_BEGIN_DECLS

typedef struct _YcSheetSetting YcSheetSetting;

/**
 * YcSheetBody:
 * @template_: the template
 * @data: its data
 * @marks: the certificate's marks
 * @context: for all text
 * @setting: how closely it is set
 * @flow: what is on the pages, once filled
 * @closing: the box in it that the seal goes over
 */
typedef struct
{
  YcCertificateTemplate    *template_;
  JsonNode                 *data;
  const YcCertificateMarks *marks;
  PangoContext             *context;
  const YcSheetSetting     *setting;
  YcFlow                   *flow;
  YcBox                    *closing;
} YcSheetBody;

gboolean  yc_sheet_body_fill       (YcSheetBody  *self,
                                    GError      **error);
void      yc_sheet_body_clear      (YcSheetBody  *self);
char     *yc_sheet_body_format_day (GDateTime    *issued_at,
                                    guint         months);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcSheetBody, yc_sheet_body_clear)

G_END_DECLS
