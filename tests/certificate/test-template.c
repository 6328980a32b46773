/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template may say, and where its mistakes are. */
#include "yc-certificate-error.h"
#include "yc-test-sheet.h"

#define TEMPLATE(paragraphs) \
  "{'id':'t','type':'ZM01','title':'证明','paragraphs':[" paragraphs "]}"
#define BLOCKS(blocks) "{'id':'t','type':'ZM01','title':'证明','blocks':[" blocks "]}"
#define PAGE(page) \
  "{'id':'t','type':'ZM01','title':'证明','page':" page ",'blocks':[{'text':'x'}]}"
#define TABLE(table) TEMPLATE ("{'table':" table "}")

static const struct
{
  const char *text;
  const char *pointer;
} mistakes[] = {
  { "[]", "()" },
  { "{'id':'t','title':'证明','paragraphs':[{'text':'x'}]}", "()" },
  { "{'id':'t','title':'证明','use':'letter','blocks':[{'text':'x'}]}", "(/use)" },
  { "{'id':'t','title':'告知书','use':'notice','blocks':[{'text':'x'},{'qr':{}}]}", "(/blocks/1)" },
  { BLOCKS ("{'text':'{name}','each':'tenants'}"), "(/blocks/0/each)" },
  { BLOCKS ("{'text':'{name}','each':'form.tenants','style':'right'}"), "(/blocks/0/each)" },
  { "{'id':'t','type':'ZM01','title':'证明','paragraphs':[]}", "(/paragraphs)" },
  { "{'id':'t','type':'ZM01','title':'证明','paper':'A5','paragraphs':[{'text':'x'}]}", "(/paper)" },
  { "{'id':'t','type':'ZM01','title':'证明','valid_months':-1,'paragraphs':[{'text':'x'}]}",
    "(/valid_months)" },
  { TEMPLATE ("{'text':'x'},7"), "(/paragraphs/1)" },
  { TEMPLATE ("{'style':'body'}"), "(/paragraphs/0)" },
  { TEMPLATE ("{'text':'x','style':'huge'}"), "(/paragraphs/0)" },
  { TEMPLATE ("{'text':'{applicant.name'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'applicant.name}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{applicant..name}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{aplicant.name}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{applicant.name|upper}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{today|date:long}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{today|default}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{@index}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'x','when':{'no-such-operator':[1]}}"), "(/paragraphs/0/when)" },
  { TABLE ("{'rows':'form.tenants','columns':[]}"), "(/paragraphs/0/table)" },
  { TABLE ("{'rows':'tenants','columns':[{'title':'a','value':'{x}','width':1}]}"),
    "(/paragraphs/0/table/rows)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x}'}]}"),
    "(/paragraphs/0/table/columns/0)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x|y}','width':1}]}"),
    "(/paragraphs/0/table/columns/0/value)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x}','width':1,'align':'up'}]}"),
    "(/paragraphs/0/table/columns/0)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x}','width':0.6},"
           "{'title':'b','value':'{y}','width':0.6}]}"),
    "(/paragraphs/0/table/columns)" },
  { BLOCKS ("{'style':'body'}"), "(/blocks/0)" },
  { BLOCKS ("{'text':'x','heading':'y'}"), "(/blocks/0)" },
  { BLOCKS ("7"), "(/blocks/0)" },
  { BLOCKS ("{'heading':'x','level':3}"), "(/blocks/0)" },
  { BLOCKS ("{'heading':'{x}'}"), "(/blocks/0/heading)" },
  { BLOCKS ("{'photo':{'source':'portrait'}}"), "(/blocks/0/photo/source)" },
  { BLOCKS ("{'photo':{'source':'form.p','width_mm':1000}}"), "(/blocks/0/photo/width_mm)" },
  { BLOCKS ("{'photo':'form.p'}"), "(/blocks/0/photo)" },
  { BLOCKS ("{'photo':{'source':'form.p','beside':true}}"), "(/blocks/0/photo)" },
  { BLOCKS ("{'signature':{'lines':[]}}"), "(/blocks/0/signature/lines)" },
  { BLOCKS ("{'signature':{'lines':['a',7]}}"), "(/blocks/0/signature/lines/1)" },
  { BLOCKS ("{'seal':{'over':['{x}']}}"), "(/blocks/0/seal/over/0)" },
  { BLOCKS ("{'seal':{'over':['a']}},{'seal':{'over':['a']}}"), "(/blocks/1)" },
  { BLOCKS ("{'qr':{'size_mm':5}}"), "(/blocks/0/qr/size_mm)" },
  { BLOCKS ("{'qr':{'align':'up'}}"), "(/blocks/0/qr)" },
  { BLOCKS ("{'footer':{}}"), "(/blocks/0/footer)" },
  { BLOCKS ("{'footer':{'left':'{x}'}}"), "(/blocks/0/footer/left)" },
  { PAGE ("{'paper':'A3'}"), "(/page/paper)" },
  { PAGE ("{'paper':{'width_mm':210}}"), "(/page/paper)" },
  { PAGE ("{'margins_mm':[20,20,20]}"), "(/page/margins_mm)" },
  { PAGE ("{'margins_mm':[20,20,20,'x']}"), "(/page/margins_mm)" },
  { PAGE ("{'paper':'A5','margins_mm':[20,60,43,60]}"), "(/page/margins_mm)" },
  { PAGE ("{'fonts':{'body':'comic'}}"), "(/page/fonts/body)" },
  { PAGE ("{'size_pt':100}"), "(/page/size_pt)" },
  { PAGE ("{'leading_pt':16}"), "(/page/leading_pt)" },
  { PAGE ("7"), "(/page)" },
};

/* The pointer stands in the message's end and by itself; the reason is the rest. */
static void
assert_places (const GError *error, const char *in_parentheses)
{
  g_autofree char *end =
      g_strdup_printf ("(%s)", yc_certificate_error_get_pointer (error));
  g_autofree char *whole = g_strconcat (yc_certificate_error_get_reason (error), " ", end, NULL);

  g_assert_cmpstr (end, ==, in_parentheses);
  g_assert_cmpstr (whole, ==, error->message);
}

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (JsonNode) node = yc_test_sheet_parse (mistakes[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_certificate_template_new (node, &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TEMPLATE);
      assert_places (error, mistakes[i].pointer);
      if (!g_str_has_suffix (error->message, mistakes[i].pointer))
        g_error ("%s: “%s” does not end with %s", mistakes[i].text, error->message,
                 mistakes[i].pointer);
    }
}

static void
test_good (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();

  g_assert_cmpstr (yc_certificate_template_get_id (template_), ==, "tiered-water");
  g_assert_cmpstr (yc_certificate_template_get_kind (template_), ==, "ZM01");
  g_assert_cmpstr (yc_certificate_template_get_title (template_), ==, "阶梯水费办理证明");
  g_assert_cmpuint (yc_certificate_template_get_valid_months (template_), ==, 12);
}

static void
test_paths (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_auto (GStrv) paths = yc_certificate_template_list_paths (template_);
  g_autofree char *joined = g_strjoinv (" ", paths);

  g_assert_cmpstr (joined, ==,
                   "applicant.id_number applicant.name form.address form.residents "
                   "form.tenants[].id_number form.tenants[].moved_in form.tenants[].name");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/template/mistakes", test_mistakes);
  g_test_add_func ("/certificate/template/good", test_good);
  g_test_add_func ("/certificate/template/paths", test_paths);

  return g_test_run ();
}
