import { lazy, Suspense } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import type { Overrides } from "~/kernel/overrides/overrides";
import { productWords } from "./messages";

const PricesTab = lazy(() => import("./PricesTab"));

/** A product tells what it costs whom. */
const product: Overrides = {
  tabs: [
    {
      key: "prices",
      label: <Word />,
      Content: (props: { object: BusinessObject; record: RecordData }) => (
        <Suspense>
          <PricesTab {...props} />
        </Suspense>
      ),
    },
  ],
};

function Word() {
  return useSay(productWords)("prices");
}

export default product;
