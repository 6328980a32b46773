/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a certificate: a template filled in and set into pages. */
#pragma once

#include "yc-certificate-composer.h"
#include "yc-certificate-template-private.h"
#include "yc-sheet-flow.h"
#include "yc-sheet-setting-private.h"

G_BEGIN_DECLS

/**
 * YcSheetBody:
 * @template_: the template
 * @data: its data
 * @marks: the certificate's marks
 * @seal: how the seal looks
 * @context: for all text
 * @setting: how closely it is set
 * @flow: what is on the pages, once filled
 * @closing: the box in it that the seal goes over
 * @beside_width: how much of the text's width a photo takes
 * @beside_height: from here on downwards; 0 where there is none
 * @has_qr: whether the QR code stands among the words, not at the foot
 * @footer_left: (nullable): words for every page's lower left corner
 * @footer_right: (nullable): and for the right
 */
typedef struct
{
  YcCertificateTemplate    *template_;
  JsonNode                 *data;
  const YcCertificateMarks *marks;
  const YcSealDesign       *seal;
  PangoContext             *context;
  YcSheetSetting            setting;
  YcFlow                   *flow;
  YcBox                    *closing;
  double                    beside_width;
  double                    beside_height;
  gboolean                  has_qr;
  char                     *footer_left;
  char                     *footer_right;
} YcSheetBody;

gboolean           yc_sheet_body_fill       (YcSheetBody            *self,
                                             GError                **error);
void               yc_sheet_body_clear      (YcSheetBody            *self);
const YcSheetPage *yc_sheet_body_get_paper  (YcSheetBody            *self);
char              *yc_sheet_body_expand     (YcSheetBody            *self,
                                             YcCertificateText      *text,
                                             GArray                 *values,
                                             GError                **error);
gboolean           yc_sheet_body_add_title  (YcSheetBody            *self,
                                             const char             *title,
                                             GError                **error);
gboolean           yc_sheet_body_add_text   (YcSheetBody            *self,
                                             const char             *text,
                                             const YcSheetFont      *font,
                                             YcSheetAlign            align,
                                             double                  indent,
                                             GError                **error);
gboolean           yc_sheet_body_add_grey   (YcSheetBody            *self,
                                             const char             *text,
                                             const YcSheetFont      *font,
                                             YcSheetAlign            align,
                                             double                  indent,
                                             double                  grey,
                                             GError                **error);
void               yc_sheet_body_clear_side (YcSheetBody            *self);
gboolean           yc_sheet_body_add_block  (YcSheetBody            *self,
                                             const YcTemplateBlock  *block,
                                             GError                **error);
char              *yc_sheet_body_format_day (GDateTime              *issued_at,
                                             guint                   months);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcSheetBody, yc_sheet_body_clear)

G_END_DECLS
