package hengke.kernel.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an authority confirm when a signature was made. One that does not answer does not keep anybody from signing: the
 * signature then has the time of this machine alone.
 */
interface TimeStamps {
    /** No authority is asked. */
    TimeStamps NONE = signed -> signed;

    CMSSignedData stamped(CMSSignedData signed);

    /** Where the bytes of a request are answered. */
    interface Authority {
        byte[] ask(byte[] request) throws IOException;
    }

    static TimeStamps of(Authority authority) {
        return new Asked(authority);
    }

    /** By an authority. */
    record Asked(Authority authority) implements TimeStamps {
        private static final Logger log = LoggerFactory.getLogger(TimeStamps.class);
        private static final ASN1ObjectIdentifier TOKEN = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;
        private static final int NONCE_BITS = 64;

        @Override
        public CMSSignedData stamped(CMSSignedData signed) {
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            try {
                AttributeTable attributes = new AttributeTable(
                        new Attribute(TOKEN, new DERSet(ASN1Primitive.fromByteArray(token(signer.getSignature())))));
                return CMSSignedData.replaceSigners(
                        signed,
                        new SignerInformationStore(
                                List.of(SignerInformation.replaceUnsignedAttributes(signer, attributes))));
            } catch (IOException | TSPException | GeneralSecurityException e) {
                log.warn("a signature is made without a time-stamp: {}", e.getMessage());
                return signed;
            }
        }

        private byte[] token(byte[] signature) throws IOException, TSPException, GeneralSecurityException {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(
                    NISTObjectIdentifiers.id_sha256,
                    MessageDigest.getInstance("SHA-256").digest(signature),
                    new BigInteger(NONCE_BITS, new SecureRandom()));
            TimeStampResponse response = new TimeStampResponse(authority.ask(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new TSPException("the authority gave no time-stamp: " + response.getStatusString());
            }
            return response.getTimeStampToken().getEncoded();
        }
    }
}
